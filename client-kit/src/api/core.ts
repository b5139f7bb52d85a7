// Generated from the service's openapi.json by `npm run api`; do not edit.

export interface paths {
    "/core/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events of one's organization, latest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only events in which each of these words begins a word of name, description, address or code. */
                    text?: string;
                    /** @description Only events of this status. */
                    status?: components["schemas"]["EventStatus"];
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description Most events in the page, 1 to 200; 50 when left out. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Event"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the parameters that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Create an event.
         * @description Its join code is made by Steward. It is published at once, and visible to the public when its organization is
         *     approved. With an `Idempotency-Key`, repeating the same creation within a day answers the same event.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Any unique text of up to 200 characters */
                    "Idempotency-Key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewEvent"];
                };
            };
            responses: {
                /** @description The event that this key created before */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Event"];
                    };
                };
                /** @description The new event */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Event"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `conflict`: the key was used with another body */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event of one's organization. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The event */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Event"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Archive an event.
         * @description The public no longer sees it; its organization still does. Archiving again changes nothing.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is archived */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Edit an event.
         * @description What is left out stays as it is. `zones` and `contacts` are whole lists: an entry with an id keeps it, one
         *     without is new, one left out is removed. `version` is the version that was edited: when somebody else changed
         *     the event in between, nothing happens and `current` of the problem is the event as it is now.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditEvent"];
                };
            };
            responses: {
                /** @description The event after the edit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Event"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_conflict`: somebody else changed it; see `current` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/core/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the incidents of one's organization, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those at this event. */
                    event?: string;
                    /** @description Only those of this status. */
                    status?: components["schemas"]["IncidentStatus"];
                    /** @description Only those that are neither resolved nor cancelled. */
                    open?: boolean;
                    /** @description Only those that this conversation tells of. */
                    conversation?: string;
                    /** @description Only those in which each of these words begins a word of title, description or place. */
                    text?: string;
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description Most incidents in the page, 1 to 200; 50 when left out. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of incidents */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_Incident"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the parameters that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Create an incident.
         * @description Every member may, and may link conversations at once. With an `Idempotency-Key`, repeating the same creation answers
         *     the same incident.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Any unique text of up to 200 characters */
                    "Idempotency-Key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewIncident"];
                };
            };
            responses: {
                /** @description The incident that this key created before */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description The new incident */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `conflict`: the key was used with another body */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an incident of one's organization. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The incident */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /** Delete an incident, with its comments. Its conversations stay; what is over is cancelled or resolved instead. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Edit an incident.
         * @description What is left out stays as it is. `version` is the version that was edited: when somebody else changed the incident in
         *     between, nothing happens and `current` of the problem is the incident as it is now. `closed_at` is set the first time
         *     that it is resolved or cancelled, and stays.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditIncident"];
                };
            };
            responses: {
                /** @description The incident after the edit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_conflict`: somebody else changed it; see `current` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/core/v1/incidents/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the comments of an incident, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description Most comments in the page, 1 to 200; 50 when left out. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of comments */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_IncidentComment"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the parameters that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/incidents/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write or change a comment.
         * @description The writer chooses its id, so that repeating the call after a lost answer says nothing twice. Only its author changes
         *     a comment.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                    /** @description The comment, by an id of the writer's choice */
                    comment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IncidentCommentText"];
                };
            };
            responses: {
                /** @description The comment as it is now */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentComment"];
                    };
                };
                /** @description The new comment */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IncidentComment"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /** Delete a comment of one's own. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                    /** @description The comment */
                    comment: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/incidents/{id}/conversations/{conversation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Link a conversation to an incident. Linking it again changes nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                    /** @description The conversation */
                    conversation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The incident with its conversations */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_many` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /** Unlink a conversation from an incident. Unlinking it again changes nothing. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident */
                    id: string;
                    /** @description The conversation */
                    conversation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The incident with its conversations */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Incident"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/public/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search public events, earliest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only events in which each of these words begins a word of name, description, address or code. */
                    text?: string;
                    /** @description Only events that have not ended at this time: pass the present to leave out what is over. */
                    from?: string;
                    /** @description Only events that have begun at this time. */
                    to?: string;
                    /**
                     * @description Only events within 50 km of this place: `latitude,longitude` in degrees.
                     * @example 53.54,9.98
                     */
                    near?: string;
                    /** @description The `next` of the page before. */
                    after?: string;
                    /** @description Most events in the page, 1 to 200; 50 when left out. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_PublicEvent"];
                    };
                };
                /** @description `invalid`: `errors` names the parameters that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/public/events/by-code/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find a public event by its join code.
         * @description The code is read as it is typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The join code, such as `FEST26` */
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The event */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicEvent"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/public/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a public event. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The event */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PublicEvent"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/saved-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the saved replies of the organization and one's own, by shortcut.
         * @description All of them come at once: there are at most 500 of each.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Page_SavedReply"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Keep a saved reply.
         * @description Everybody keeps their own; managers and owners keep those of the organization. Repeating the same answers the one
         *     that there is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSavedReply"];
                };
            };
            responses: {
                /** @description The same one, kept before */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedReply"];
                    };
                };
                /** @description The new one */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedReply"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `shortcut_taken`, `too_many` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
    "/core/v1/saved-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved reply. What was written with it stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The saved reply */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is gone */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
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
        /**
         * Change a saved reply.
         * @description `version` is the version that was edited: when somebody else changed it in between, nothing happens and `current` of
         *     the problem is what it is now.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The saved reply */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditSavedReply"];
                };
            };
            responses: {
                /** @description The saved reply after the edit */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedReply"];
                    };
                };
                /** @description `invalid`: the body is not JSON */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unauthenticated`, `session_ended`: no token, or one that is not valid (any more) */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`, `organization_blocked`: this person may not do it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not_found`: it does not exist, or it is not yours */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `version_conflict` with `current`, `shortcut_taken` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the body is not sent as JSON */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: `errors` names the fields that were refused, and why */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: try again after `Retry-After` */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Somebody to call about an event. */
        Contact: {
            /**
             * Format: uuid
             * @description Stays the same when the contact is edited.
             */
            id: string;
            /** @description Who answers. */
            name: string;
            /** @description Their number. */
            phone: string;
            /** @description What they are there for, such as "first aid". */
            role: string | null;
        };
        /** @description A contact as it is to be. */
        ContactInput: {
            /**
             * Format: uuid
             * @description The contact of this event that is kept; none makes a new one.
             */
            id?: string | null;
            /** @description Who answers. */
            name: string;
            /** @description Their number. */
            phone: string;
            /** @description What they are there for. */
            role?: string | null;
        };
        /** @description What edits an event: what is left out stays as it is. */
        EditEvent: {
            /** @description Where it takes place, in words. */
            address?: string | null;
            /** @description All contacts: those with an id are kept, those without are new, those left out are removed. */
            contacts?: components["schemas"]["ContactInput"][] | null;
            /** @description More about it. */
            description?: string | null;
            /** @description Whom to call when Steward cannot help; null removes it. */
            emergency_number?: string | null;
            /**
             * Format: date-time
             * @description When it ends; later than it begins.
             */
            ends_at?: string | null;
            /**
             * Format: double
             * @description Degrees north; null takes the place off the map.
             */
            latitude?: number | null;
            /**
             * Format: double
             * @description Degrees east; null takes the place off the map.
             */
            longitude?: number | null;
            /** @description What people call it. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at?: string | null;
            status?: components["schemas"]["EventStatus"] | null;
            /**
             * Format: int32
             * @description The version that this edit was made from.
             */
            version: number;
            /** @description All its parts: those with an id are kept, those without are new, those left out are removed. */
            zones?: components["schemas"]["ZoneInput"][] | null;
        };
        /** @description What edits an incident: what is left out stays as it is. */
        EditIncident: {
            /** @description More about it. */
            description?: string | null;
            /**
             * Format: uuid
             * @description The member who sees to it; null makes it nobody's.
             */
            owner?: string | null;
            /** @description Where, in words. */
            place?: string | null;
            priority?: components["schemas"]["IncidentPriority"] | null;
            severity?: components["schemas"]["Severity"] | null;
            status?: components["schemas"]["IncidentStatus"] | null;
            /** @description What happened, in one line. */
            title?: string | null;
            /**
             * Format: int32
             * @description The version that this edit was made from.
             */
            version: number;
        };
        /** @description A change: what is left out stays as it is. */
        EditSavedReply: {
            /** @description Small letters, digits and `-`, 1 to 32. */
            shortcut?: string | null;
            /** @description What it says. */
            text?: string | null;
            /**
             * Format: int32
             * @description The version that was edited.
             */
            version: number;
        };
        /** @description An event as its organization sees it, and as other services learn of it. */
        Event: components["schemas"]["EventDetails"] & {
            /** @description What participants type to join. */
            code: components["schemas"]["JoinCode"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The event.
             */
            id: string;
            /**
             * Format: uuid
             * @description The organization that runs it.
             */
            organization: string;
            /** @description Whether it is published or archived. */
            status: components["schemas"]["EventStatus"];
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updated_at: string;
            /**
             * Format: int32
             * @description Goes up by one with each change; an edit names the version it was made from.
             */
            version: number;
        };
        /** @description What an organizer says about an event. */
        EventDetails: {
            /** @description Where it takes place, in words. */
            address: string;
            /** @description Whom to call, in the organizer's order. */
            contacts: components["schemas"]["Contact"][];
            /** @description More about it; may be empty and may have several lines. */
            description: string;
            /** @description Whom to call when Steward cannot help. */
            emergency_number: string | null;
            /**
             * Format: date-time
             * @description When it ends; later than it begins.
             */
            ends_at: string;
            /**
             * Format: double
             * @description Where it takes place, in degrees north.
             */
            latitude: number | null;
            /**
             * Format: double
             * @description Where it takes place, in degrees east.
             */
            longitude: number | null;
            /** @description What people call it. */
            name: string;
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
            /** @description Its parts, in the organizer's order. */
            zones: components["schemas"]["Zone"][];
        };
        /**
         * @description Whether an event takes place as far as the public knows.
         * @enum {string}
         */
        EventStatus: "published" | "archived";
        /** @description A field that was refused, and why. */
        FieldError: {
            /** @description Path of the field in the request, such as `zones[2].name`. */
            field: string;
            /** @description Why, as a sentence for a person. */
            reason: string;
        };
        /** @description An incident as its organization sees it, and as other services learn of it. */
        Incident: components["schemas"]["IncidentDetails"] & {
            /**
             * Format: date-time
             * @description When it was resolved or cancelled for the first time; stays when it is taken up again.
             */
            closed_at: string | null;
            /** @description The conversations that tell of it, the one that was linked first before the others. */
            conversations: string[];
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description The member who created it.
             */
            created_by: string;
            /**
             * Format: uuid
             * @description The event at which it happens.
             */
            event: string;
            /**
             * Format: uuid
             * @description Which one; also the cursor of lists.
             */
            id: string;
            /**
             * Format: uuid
             * @description The organization whose it is.
             */
            organization: string;
            /**
             * Format: date-time
             * @description When it was last changed, or linked.
             */
            updated_at: string;
            /**
             * Format: int32
             * @description Goes up by one with each edit, which names the version it was made from. Links and comments change nothing in it.
             */
            version: number;
        };
        /** @description What a member said about an incident. */
        IncidentComment: {
            /**
             * Format: uuid
             * @description The member who wrote it.
             */
            author: string;
            /**
             * Format: date-time
             * @description When it was written.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When its author last changed it; null when it stands as it was written.
             */
            edited_at: string | null;
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description What it says. */
            text: string;
        };
        /** @description What a comment is to say. */
        IncidentCommentText: {
            /** @description The words. */
            text: string;
        };
        /** @description What members say about an incident. */
        IncidentDetails: {
            /** @description More about it; may be empty and may have several lines. */
            description: string;
            /**
             * Format: uuid
             * @description The member who sees to it; null while it is nobody's.
             */
            owner: string | null;
            /** @description Where, in words; may be empty. */
            place: string;
            /** @description How soon it has to be seen to. */
            priority: components["schemas"]["IncidentPriority"];
            /** @description How much harm it does. */
            severity: components["schemas"]["Severity"];
            /** @description How far the work is. */
            status: components["schemas"]["IncidentStatus"];
            /** @description What happened, in one line. */
            title: string;
        };
        /**
         * @description How soon it has to be seen to; the words of help requests.
         * @enum {string}
         */
        IncidentPriority: "critical" | "high" | "normal" | "low";
        /**
         * @description How far the work on an incident is.
         * @enum {string}
         */
        IncidentStatus: "to_do" | "in_progress" | "resolved" | "cancelled";
        /**
         * @description The join code of an event.
         * @example FEST26
         */
        JoinCode: string;
        /** @description What creates an event. */
        NewEvent: {
            /** @description Where it takes place, in words. */
            address: string;
            /** @description Whom to call. */
            contacts?: components["schemas"]["ContactInput"][] | null;
            /** @description More about it. */
            description?: string | null;
            /** @description Whom to call when Steward cannot help. */
            emergency_number?: string | null;
            /**
             * Format: date-time
             * @description When it ends; later than it begins.
             */
            ends_at: string;
            /**
             * Format: double
             * @description Degrees north; together with `longitude` or not at all.
             */
            latitude?: number | null;
            /**
             * Format: double
             * @description Degrees east; together with `latitude` or not at all.
             */
            longitude?: number | null;
            /** @description What people call it. */
            name: string;
            /**
             * Format: date-time
             * @description When it begins.
             */
            starts_at: string;
            /** @description Its parts. */
            zones?: components["schemas"]["ZoneInput"][] | null;
        };
        /** @description What creates an incident. */
        NewIncident: {
            /** @description The conversations that tell of it. */
            conversations?: string[] | null;
            /** @description More about it. */
            description?: string | null;
            /**
             * Format: uuid
             * @description The event at which it happens.
             */
            event: string;
            /**
             * Format: uuid
             * @description The member who sees to it.
             */
            owner?: string | null;
            /** @description Where, in words. */
            place?: string | null;
            priority?: components["schemas"]["IncidentPriority"] | null;
            severity?: components["schemas"]["Severity"] | null;
            /** @description What happened, in one line. */
            title: string;
        };
        /** @description A text to be kept. */
        NewSavedReply: {
            /** @description Who is to use it. */
            scope: components["schemas"]["Scope"];
            /** @description Small letters, digits and `-`, 1 to 32; one of a kind in its scope. */
            shortcut: string;
            /** @description What it says. `{name}`, `{event}`, `{zone}` and `{me}` are filled in where it is used. */
            text: string;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Event: {
            /** @description The entries of this page, in the list's order. */
            items: (components["schemas"]["EventDetails"] & {
                /** @description What participants type to join. */
                code: components["schemas"]["JoinCode"];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                created_at: string;
                /**
                 * Format: uuid
                 * @description The event.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The organization that runs it.
                 */
                organization: string;
                /** @description Whether it is published or archived. */
                status: components["schemas"]["EventStatus"];
                /**
                 * Format: date-time
                 * @description When it was last changed.
                 */
                updated_at: string;
                /**
                 * Format: int32
                 * @description Goes up by one with each change; an edit names the version it was made from.
                 */
                version: number;
            })[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Incident: {
            /** @description The entries of this page, in the list's order. */
            items: (components["schemas"]["IncidentDetails"] & {
                /**
                 * Format: date-time
                 * @description When it was resolved or cancelled for the first time; stays when it is taken up again.
                 */
                closed_at: string | null;
                /** @description The conversations that tell of it, the one that was linked first before the others. */
                conversations: string[];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                created_at: string;
                /**
                 * Format: uuid
                 * @description The member who created it.
                 */
                created_by: string;
                /**
                 * Format: uuid
                 * @description The event at which it happens.
                 */
                event: string;
                /**
                 * Format: uuid
                 * @description Which one; also the cursor of lists.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The organization whose it is.
                 */
                organization: string;
                /**
                 * Format: date-time
                 * @description When it was last changed, or linked.
                 */
                updated_at: string;
                /**
                 * Format: int32
                 * @description Goes up by one with each edit, which names the version it was made from. Links and comments change nothing in it.
                 */
                version: number;
            })[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_IncidentComment: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The member who wrote it.
                 */
                author: string;
                /**
                 * Format: date-time
                 * @description When it was written.
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description When its author last changed it; null when it stands as it was written.
                 */
                edited_at: string | null;
                /**
                 * Format: uuid
                 * @description Which one.
                 */
                id: string;
                /** @description What it says. */
                text: string;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_PublicEvent: {
            /** @description The entries of this page, in the list's order. */
            items: (components["schemas"]["EventDetails"] & {
                /** @description What participants type to join. */
                code: components["schemas"]["JoinCode"];
                /**
                 * Format: uuid
                 * @description The event.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The organization that runs it.
                 */
                organization: string;
                /** @description That organization's name. */
                organization_name: string;
                /** @description Always published. */
                status: components["schemas"]["EventStatus"];
            })[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_SavedReply: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which one.
                 */
                id: string;
                /** @description Who uses it. */
                scope: components["schemas"]["Scope"];
                /** @description What is typed after `/` to get it. */
                shortcut: string;
                /** @description What it says. */
                text: string;
                /**
                 * Format: date-time
                 * @description When it was changed last.
                 */
                updated_at: string;
                /**
                 * Format: int32
                 * @description Grows with every edit.
                 */
                version: number;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description An RFC 9457 problem: what every failed call answers. */
        Problem: Record<string, never> & {
            /** @description Stable and machine-readable, such as `already_open`. */
            code: string;
            /** @description What happened, as a sentence for a person. */
            detail: string;
            /** @description The fields that were refused. */
            errors?: components["schemas"]["FieldError"][];
            /**
             * Format: int64
             * @description Seconds after which the same call may succeed; also sent as `Retry-After`.
             */
            retry_after?: number | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description Always `about:blank`: `code` tells problems apart. */
            type: string;
        };
        /** @description An event as the public sees it. */
        PublicEvent: components["schemas"]["EventDetails"] & {
            /** @description What participants type to join. */
            code: components["schemas"]["JoinCode"];
            /**
             * Format: uuid
             * @description The event.
             */
            id: string;
            /**
             * Format: uuid
             * @description The organization that runs it.
             */
            organization: string;
            /** @description That organization's name. */
            organization_name: string;
            /** @description Always published. */
            status: components["schemas"]["EventStatus"];
        };
        /** @description A text to be written again. */
        SavedReply: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description Who uses it. */
            scope: components["schemas"]["Scope"];
            /** @description What is typed after `/` to get it. */
            shortcut: string;
            /** @description What it says. */
            text: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updated_at: string;
            /**
             * Format: int32
             * @description Grows with every edit.
             */
            version: number;
        };
        /**
         * @description Who uses a saved reply.
         * @enum {string}
         */
        Scope: "organization" | "personal";
        /**
         * @description How much harm it does.
         * @enum {string}
         */
        Severity: "minor" | "moderate" | "major";
        /** @description A named part of an event. */
        Zone: {
            /**
             * Format: uuid
             * @description Stays the same when the zone is renamed: printed QR codes carry it.
             */
            id: string;
            /** @description Such as "Gate A". */
            name: string;
        };
        /** @description A zone as it is to be. */
        ZoneInput: {
            /**
             * Format: uuid
             * @description The zone of this event that is kept; none makes a new one.
             */
            id?: string | null;
            /** @description Such as "Gate A". */
            name: string;
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
