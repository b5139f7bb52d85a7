// Generated from the service's openapi.json by `npm run api`; do not edit.

export interface paths {
    "/messenger/v1/help-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    event?: string;
                    status?: "waiting" | "taken" | "closed" | "cancelled" | "expired";
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["HelpRequest"][];
                            next?: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewHelpRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedHelpRequest"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedHelpRequest"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/help-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HelpRequest"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/help-requests/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/events/{id}/queue/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventContext"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Availability"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAvailability"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Availability"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    status?: "open" | "closed";
                    event?: string;
                    kind?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Conversation"][];
                            next?: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after_seq?: number;
                    before_seq?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Message"][];
                            next?: string | null;
                        };
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewMessage"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Acknowledged"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Acknowledged"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Conversation"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdatesQuery"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Updates"];
                    };
                };
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string | null;
            errors?: components["schemas"]["FieldError"][];
        };
        FieldError: {
            field: string;
            reason: string;
        };
        /** @enum {string} */
        Category: "medical" | "security" | "lost_person" | "lost_property" | "accessibility" | "other";
        /** @enum {string} */
        RequestStatus: "waiting" | "taken" | "closed" | "cancelled" | "expired";
        /** @enum {string} */
        Outcome: "resolved" | "referred" | "unreachable" | "false_alarm" | "other";
        /** @enum {string} */
        Priority: "critical" | "high" | "normal" | "low";
        /** @enum {string} */
        Answer: "yes" | "no" | "unknown";
        Location: {
            latitude: number;
            longitude: number;
            accuracy?: number | null;
        };
        SharedContact: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            phone?: string | null;
            email?: string | null;
        };
        Named: {
            /** Format: uuid */
            id: string;
            name?: string | null;
        };
        HelpRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation: string;
            /** Format: uuid */
            event: string;
            status: components["schemas"]["RequestStatus"];
            category: components["schemas"]["Category"];
            priority: components["schemas"]["Priority"];
            triage: {
                [key: string]: components["schemas"]["Answer"];
            };
            text: string;
            /** Format: uuid */
            zone?: string | null;
            location?: null | components["schemas"]["Location"];
            participant: components["schemas"]["SharedContact"];
            member?: null | components["schemas"]["Named"];
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            taken_at?: string | null;
            /** Format: date-time */
            closed_at?: string | null;
            outcome?: null | components["schemas"]["Outcome"];
            place?: number | null;
            estimated_seconds?: number | null;
            unverified: boolean;
        };
        Share: {
            name?: boolean;
            phone?: boolean;
            email?: boolean;
        };
        NewHelpRequest: {
            /** Format: uuid */
            event: string;
            category: components["schemas"]["Category"];
            triage?: {
                [key: string]: components["schemas"]["Answer"];
            };
            text: string;
            /** Format: uuid */
            zone?: string | null;
            location?: null | components["schemas"]["Location"];
            share?: components["schemas"]["Share"];
        };
        OpenedHelpRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation: string;
            status: components["schemas"]["RequestStatus"];
            place?: number | null;
            estimated_seconds?: number | null;
        };
        Availability: {
            events: string[];
            capacity: number;
            active: number;
        };
        NewAvailability: {
            events: string[];
            capacity: number;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: uuid */
            event: string;
            /** @enum {string} */
            status: "open" | "closed";
            version: number;
            first_seq: number;
            last_seq: number;
            participants: components["schemas"]["Named"][];
            members: components["schemas"]["Named"][];
            received: {
                [key: string]: number;
            };
            seen: {
                [key: string]: number;
            };
            request?: null | components["schemas"]["HelpRequest"];
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            closed_at?: string | null;
        };
        Sender: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "participant" | "member" | "system";
        };
        Body: {
            kind: string;
            text?: string;
        };
        Message: {
            /** Format: uuid */
            conversation: string;
            seq: number;
            /** Format: uuid */
            client_id: string;
            sender: components["schemas"]["Sender"];
            /** Format: date-time */
            at: string;
            body: components["schemas"]["Body"];
            reply_to?: number | null;
            location?: null | components["schemas"]["Location"];
        };
        NewMessage: {
            /** Format: uuid */
            client_id: string;
            /** Format: uuid */
            previous?: string | null;
            body: components["schemas"]["Body"];
            reply_to?: number | null;
            location?: null | components["schemas"]["Location"];
        };
        Acknowledged: {
            /** Format: uuid */
            client_id: string;
            /** Format: uuid */
            conversation: string;
            seq: number;
            /** Format: date-time */
            at: string;
            duplicate: boolean;
        };
        Closing: {
            outcome: components["schemas"]["Outcome"];
            note?: string | null;
        };
        Position: {
            /** Format: uuid */
            conversation: string;
            seq: number;
            version?: number | null;
        };
        UpdatesQuery: {
            positions: components["schemas"]["Position"][];
        };
        Updates: {
            frames: unknown[];
        };
        EventContext: {
            /** Format: uuid */
            id: string;
            name: string;
            code: string;
            status: string;
            emergency_number?: string | null;
            zones: components["schemas"]["Zone"][];
            contacts: components["schemas"]["Contact"][];
            staff_on_duty: number;
        };
        Zone: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            name: string;
            role?: string | null;
            phone: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
