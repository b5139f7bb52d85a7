// Generated from the service's openapi.json by `npm run api`; do not edit.

export interface paths {
    "/messenger/v1/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Announcements of an event, newest first. The people at the event read them as messages of their conversation. */
        get: {
            parameters: {
                query: {
                    /** @description The event. */
                    event: string;
                    /** @description Cursor of the next page. */
                    after?: number;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
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
                        "application/json": components["schemas"]["Page_Announcement"];
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
                /** @description `not_found`: the event */
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
        /** Says something to everybody at an event. The same `client_id` with the same content gives the first answer again. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Stands in for `client_id`. */
                    "Idempotency-Key"?: string | null;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAnnouncement"];
                };
            };
            responses: {
                /** @description A repeat. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Announcement"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Announcement"];
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
                /** @description `not_found`: the event */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `conflict`, `event_closed` */
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
    "/messenger/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Help conversations, newest first: staff find those they are in, managers and owners all of the organization. What
         *     was said a moment ago may be found some seconds later.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Words, or their beginnings, that were said or noted; also the name that the person shared. */
                    text?: string;
                    /** @description Who asked for help. */
                    participant?: string;
                    /** @description At which event. */
                    event?: string;
                    /** @description Who of the organization took part. */
                    member?: string;
                    /** @description What it is filed under. */
                    tag?: string;
                    /** @description How it ended: an outcome, `cancelled` or `expired`. */
                    outcome?: string;
                    /** @description Only those that are over, or (false) that go on. */
                    closed?: boolean;
                    /** @description Opened at this time or later. */
                    from?: string;
                    /** @description Opened before this time. */
                    to?: string;
                    /** @description Cursor of the next page. */
                    after?: string;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
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
                        "application/json": components["schemas"]["Page_Found"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/archive/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a search finds, newest first, as a file: staff take those they are in, managers and owners all. */
        get: {
            parameters: {
                query: {
                    /** @description Words, or their beginnings, that were said or noted; also the name that the person shared. */
                    text?: string;
                    /** @description Who asked for help. */
                    participant?: string;
                    /** @description At which event. */
                    event?: string;
                    /** @description Who of the organization took part. */
                    member?: string;
                    /** @description What it is filed under. */
                    tag?: string;
                    /** @description How it ended: an outcome, `cancelled` or `expired`. */
                    outcome?: string;
                    /** @description Only those that are over, or (false) that go on. */
                    closed?: boolean;
                    /** @description Opened at this time or later. */
                    from?: string;
                    /** @description Opened before this time. */
                    to?: string;
                    /** @description `csv`: one line a conversation. `json`: each with its messages and notes. */
                    format: "csv" | "json";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/json": Record<string, never>;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announces a photo or a voice clip that a message is to carry. Its bytes follow in pieces. The same `id` again says
         *     how many have arrived, on any node, so that a broken upload goes on where it stopped. As a form the call brings the
         *     whole file, and its answer says that it is ready.
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
                    "application/json": components["schemas"]["NewAttachment"];
                    "multipart/form-data": components["schemas"]["AttachmentForm"];
                };
            };
            responses: {
                /** @description A repeat. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
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
                /** @description `closed`, `conflict`, `quota` */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large` */
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
                /** @description `too_many_requests` */
                429: {
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
    "/messenger/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file: a photo as JPEG, a voice clip as it was recorded. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The attachment. */
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
                        "application/octet-stream": number[];
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
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Adds the piece that begins at `Upload-Offset`, at most 256 KiB. The last one makes the attachment ready. A piece
         *     that does not begin where the one before it ended is refused with the right `offset`; a last piece whose answer was
         *     lost may be repeated.
         */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @description How many bytes stand before this piece. */
                    "Upload-Offset": number;
                };
                path: {
                    /** @description The attachment. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attachment"];
                    };
                };
                /** @description `invalid`: the body broke off */
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
                /** @description `offset`: `offset` says where the next piece begins */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too_large`: more than 256 KiB */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: the header or the file; `errors` says why. A refused file is forgotten */
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
    "/messenger/v1/attachments/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A small picture of a photo, at most 320 pixels wide and high. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The attachment. */
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
                        "image/jpeg": number[];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's audit log, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only what was done with this. */
                    entity?: string;
                    /** @description Only what this person did. */
                    actor?: string;
                    /** @description Only what was done like this. */
                    action?: "conversation_read" | "transcript_made" | "archive_searched" | "archive_exported" | "incident_answered" | "request_judged" | "member_invited" | "member_removed" | "conversation_transferred" | "conversation_closed" | "conversation_reopened";
                    /** @description Only what was done with conversations of this event. */
                    event?: string;
                    /** @description Only what was done at this time or later. */
                    from?: string;
                    /** @description Only what was done before this time. */
                    to?: string;
                    /** @description Cursor of the next page. */
                    after?: string;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
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
                        "application/json": components["schemas"]["Page_AuditEntry"];
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
        /** The caller's availability; off when it was never set. */
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
        /** Sets the caller's availability. Lowering the capacity ends no conversation. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Offer"];
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
                /** @description `invalid`: also events that are not your organization's */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The active members of the caller's organization but the caller: who is there, and how busy they are. */
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
                        "application/json": components["schemas"]["Colleagues"];
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
        /** Conversations, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only `open` or only `closed` ones. */
                    status?: components["schemas"]["ConversationStatus"];
                    /** @description Only those of this event. */
                    event?: string;
                    /** @description Those of this kind; `help` when not given. */
                    kind?: "help" | "announcements" | "notes" | "team";
                    /** @description Managers and owners: all of the organization, not only my own. */
                    all?: boolean;
                    /** @description Cursor of the next page. */
                    after?: string;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
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
                        "application/json": components["schemas"]["Page_Conversation"];
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
        /** The state of a conversation: its people, marks and help request. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
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
        /** Ends a conversation. Ending it again changes nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
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
                /** @description `still_waiting` */
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
    "/messenger/v1/conversations/{id}/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other conversations of the same person at the same event. Whoever helps somebody may read what came before. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help conversation. */
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
                        "application/json": components["schemas"]["EarlierConversations"];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who handed a conversation to whom, and why; who was invited or taken out, and who judged it anew: for members who take
         *     part in it, managers and owners.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
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
                        "application/json": components["schemas"]["Handovers"];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a colleague take part: by whoever does, or a manager, who may name themselves. Inviting again changes nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
                /** @description `closed`, `too_many`: 20 members take part */
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
    "/messenger/v1/conversations/{id}/location": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tells where the participant is, and goes on sharing it until `DELETE` or the end of the conversation. The newest
         *     place stands in the state as `located`.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPlace"];
                };
            };
            responses: {
                /** @description Everybody in the conversation knows. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                /** @description `closed` */
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
                /** @description `too_many_requests` */
                429: {
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
        /** Stops sharing where the participant is. Doing it again changes nothing. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Nothing is shared. */
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
    "/messenger/v1/conversations/{id}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends taking part: one's own, or by whoever has the conversation, or a manager. From then on nothing more of it is
         *     delivered to them. Doing it again changes nothing.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
                    id: string;
                    /** @description Who leaves. */
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They take no part any more. */
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
                /** @description `holder`: they have it; transfer or close it */
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
        /** Messages in order. `next` is the `after_seq` (or, reading backwards, the `before_seq`) of the next page. */
        get: {
            parameters: {
                query?: {
                    /** @description Only messages with a higher number, oldest first; 0 when not given. */
                    after_seq?: number;
                    /** @description Only messages with a lower number: the newest of them. */
                    before_seq?: number;
                    /** @description Entries in a page, 1 to 500; 100 when not given. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description The conversation. */
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
                        "application/json": components["schemas"]["Page_Message"];
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
        /** Sends a message. The same `client_id` with the same content gives the first answer again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
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
                /** @description A repeat. */
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
                /** @description `closed`, `conflict`, `order` */
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
                /** @description `too_many_requests` */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: send the same again */
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
    "/messenger/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The notes beside a help conversation, for its members and those who run the organization. 404 also when nobody
         *     needed any yet.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help conversation. */
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
        /** The notes beside a help conversation, made if there are none yet. Doing it again changes nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help conversation. */
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens an ended conversation again: by whoever ended it, or a manager. It goes back to whoever had it, when they are
         *     on duty and have room; else it waits at its old place. Opening an open one changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
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
                /** @description `already_open` with `id` and `conversation`: the participant asked anew; `too_late`; `closed`: it was never taken; `event_closed` */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Files a help conversation under these tags and no others, for members in it and those who run the organization. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Tags"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tags"];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/conversations/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A help conversation with times and names, as a PDF. The first 5,000 messages stand in it. */
        get: {
            parameters: {
                query?: {
                    /** @description With notes, tags and outcome, for colleagues; without, for the participant. */
                    notes?: boolean;
                    /** @description Minutes by which the reader's clock is ahead of UTC, -840 to 840; 0 when not given. */
                    utc_offset_minutes?: number;
                };
                header?: never;
                path: {
                    /** @description The help conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The transcript. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": number[];
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
    "/messenger/v1/conversations/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hands a conversation over: whoever has it, or a manager. Whoever had it is out of it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The conversation. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Transfer"];
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
                /** @description `not_on_duty`, `at_capacity`: the colleague; `still_waiting`: nobody has it; `closed` */
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
    "/messenger/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event. Members see those of their organization. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
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
        /** Takes the next in an event's queue. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
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
                /** @description `queue_empty`, `not_found` */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `at_capacity` */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/events/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channel of an event's team, for the members of its organization. 404 also when nobody needed it yet. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
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
        /** The channel of an event's team, made if there is none yet. Doing it again changes nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
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
                /** @description `event_closed`, and nobody has talked there */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/help-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Help requests, newest first or as they wait: a participant's own, a member's organization's. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those of this event. */
                    event?: string;
                    /** @description Only those with this status. */
                    status?: components["schemas"]["RequestStatus"];
                    /** @description In which order; `queue` needs an event and the status `waiting`. */
                    order?: "newest" | "queue";
                    /** @description Cursor of the next page. */
                    after?: string;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
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
                        "application/json": components["schemas"]["Page_HelpRequest"];
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
        /** Asks for help at an event. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Makes the call repeatable: the same key and body give the same answer. */
                    "Idempotency-Key"?: string | null;
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
                /** @description A repeat. */
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
                /** @description `not_found`: the event */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `already_open` with `id` and `conversation`, `conflict`, `event_closed` */
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
    "/messenger/v1/help-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One help request: the participant's own, or one of the member's organization. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
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
        /** Takes a waiting request back. Doing it again changes nothing. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does not wait any more. */
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
                /** @description `already_taken`: somebody helps; tell them instead. `closed`: it has ended. */
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
        options?: never;
        head?: never;
        /** Changes priority or category of an open request. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EditHelpRequest"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HelpRequest"];
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
                /** @description `closed`: it has ended; `version_conflict` with `current`: somebody else changed it */
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
    "/messenger/v1/help-requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a request go on to the next member, from its old place. It does not come back to the caller at once. Declining
         *     what somebody else has, or nobody, changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It is not the caller's any more. */
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
                /** @description `closed`: it has ended */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/help-requests/{id}/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Says how the help was. For a day it can be said otherwise; saying the same again changes nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSatisfaction"];
                };
            };
            responses: {
                /** @description It is stored. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                /** @description `not_closed`: the help goes on, or nobody helped. `too_late`: it was said more than a day ago. */
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
        post?: never;
        delete?: never;
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
        /** Takes a waiting request. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The help request. */
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
                /** @description `already_taken`, `at_capacity`, `closed` */
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messenger/v1/incidents/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says the same in each conversation of an incident that goes on, in the caller's name. Repeating it with the same
         *     `client_id`, after an answer that was lost or `unavailable`, reaches whoever it has not reached.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The incident. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAnswer"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answered"];
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
                /** @description `conflict`: the client id was used with other words */
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
                /** @description `too_many_requests` */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable`: call again with the same client id */
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
    "/messenger/v1/incidents/{id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The help requests whose conversations tell of an incident, newest first: what every member sees of a request, and
         *     nothing of what was said since.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Cursor of the next page. */
                    after?: string;
                    /** @description Entries in a page, 1 to 200; 50 when not given. */
                    limit?: number;
                };
                header?: never;
                path: {
                    /** @description The incident. */
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
                        "application/json": components["schemas"]["Page_HelpRequest"];
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
    "/messenger/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live socket, subprotocol `steward.v1`; `docs/protocol.md` is its contract. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The socket is open; send `hello` within 5 s. */
                101: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `invalid`: not a WebSocket upgrade */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `forbidden`: from a page of another origin */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unavailable` with `Retry-After` */
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
    "/messenger/v1/participations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I am at this event. Saying it again changes nothing. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
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
                        "application/json": components["schemas"]["Participation"];
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
                /** @description `event_closed` */
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
        /** I am not at this event (any more): its announcements do not come here. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The event. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Not there. */
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
    "/messenger/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags that the organization used before. */
        get: {
            parameters: {
                query?: {
                    /** @description Only tags that begin like this. */
                    text?: string;
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
                        "application/json": components["schemas"]["Suggestions"];
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
        post?: never;
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
        /** What followed the named positions, as the socket's frames; waits up to 25 s for something new. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Asking"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A message was stored: the answer to sending it. */
        Acknowledged: {
            /**
             * Format: date-time
             * @description When it was stored.
             */
            at: string;
            /**
             * Format: uuid
             * @description The id that its writer gave it.
             */
            client_id: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversation: string;
            /** @description Whether it had been stored before, by an earlier attempt. */
            duplicate: boolean;
            /**
             * Format: int64
             * @description Its number there.
             */
            seq: number;
        };
        /** @description One message to everybody at an event, and how far it came: `seen` ≤ `delivered` ≤ `sent`. */
        Announcement: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            at: string;
            /** @description What it says. */
            body: components["schemas"]["Body"];
            /** @description Who made it. */
            by: components["schemas"]["Person"];
            /**
             * Format: uuid
             * @description The id that its writer gave it.
             */
            client_id: string;
            /**
             * Format: uuid
             * @description The event's conversation of announcements.
             */
            conversation: string;
            /**
             * Format: int64
             * @description How many of them have it on a device.
             */
            delivered: number;
            /**
             * Format: int64
             * @description How many of them have read it.
             */
            seen: number;
            /**
             * Format: int64
             * @description How many people were at the event then.
             */
            sent: number;
            /**
             * Format: int64
             * @description Its number there.
             */
            seq: number;
        };
        /**
         * @description An answer to a triage question.
         * @enum {string}
         */
        Answer: "yes" | "no" | "unknown";
        /** @description Whom an answer to all of an incident's conversations reached. */
        Answered: {
            /** @description Those that had ended, where it could not be said. */
            closed: string[];
            /** @description The conversations in which it stands. */
            reached: string[];
        };
        /** @description Who asked for help. */
        Asker: {
            /** @description Their e-mail address, when shared. */
            email?: string | null;
            /**
             * Format: uuid
             * @description The person.
             */
            id: string;
            /** @description Their name, when shared. */
            name?: string | null;
            /** @description Their telephone number, when shared. */
            phone?: string | null;
        };
        /** @description How far the client has come. */
        Asking: {
            /**
             * Format: uuid
             * @description The store's life that the positions belong to.
             */
            epoch?: string | null;
            /** @description At most 500. With the `version` of each known state, the call waits for what is new. */
            positions?: components["schemas"]["Position"][];
        };
        /** @description An attachment, as its uploader sees it. */
        Attachment: {
            /**
             * Format: int64
             * @description How many there are in all.
             */
            bytes: number;
            /**
             * Format: uuid
             * @description Where it may be sent.
             */
            conversation: string;
            /** @description Whether a message may carry it. */
            finished: boolean;
            /**
             * Format: int32
             * @description Pixels of a finished photo from top to bottom.
             */
            height?: number | null;
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description What it is for. */
            kind: components["schemas"]["AttachmentKind"];
            /**
             * Format: int64
             * @description How many bytes have arrived: the next piece begins here.
             */
            offset: number;
            /**
             * Format: int32
             * @description Length of a finished voice clip.
             */
            seconds?: number | null;
            /**
             * Format: int32
             * @description Pixels of a finished photo from left to right.
             */
            width?: number | null;
        };
        /** @description A file and where it is to be sent. */
        AttachmentForm: {
            /**
             * Format: uuid
             * @description Where it is to be sent.
             */
            conversation: string | null;
            /**
             * Format: binary
             * @description The file, with its content type.
             */
            file: string;
            /**
             * Format: uuid
             * @description Chosen by the sender; makes the call repeatable. One is made when it is missing.
             */
            id?: string | null;
            kind?: components["schemas"]["AttachmentKind"] | null;
        };
        /**
         * @description What a file is for.
         * @enum {string}
         */
        AttachmentKind: "photo" | "voice";
        /** @description One entry of the audit log. */
        AuditEntry: {
            /** @description What was done: one of [`Action`], or one that this version does not know. */
            action: string;
            /** @description Who did it. */
            actor: components["schemas"]["Person"];
            after?: components["schemas"]["Facts"] | null;
            /**
             * Format: date-time
             * @description When, by the database's clock.
             */
            at: string;
            before?: components["schemas"]["Facts"] | null;
            /**
             * Format: uuid
             * @description With what.
             */
            entity: string;
            /**
             * Format: uuid
             * @description At which event; null when it was no conversation.
             */
            event?: string | null;
            /** @description The name of that event. */
            event_name?: string | null;
            /**
             * Format: uuid
             * @description Which one; also the cursor.
             */
            id: string;
            /** @description The present title of the incident that it was done with; null when it was none, or there is none any more. */
            incident?: string | null;
            member?: components["schemas"]["Person"] | null;
            participant?: components["schemas"]["Person"] | null;
        };
        /** @description A member's availability. */
        Availability: {
            /**
             * Format: int32
             * @description Conversations the member has now.
             */
            active: number;
            /**
             * Format: int32
             * @description Most conversations at once; 0 is off.
             */
            capacity: number;
            /** @description Requests of these events are pushed to the member. Empty: none are, but they can be taken by hand. */
            events: string[];
        };
        /** @description What a message says. */
        Body: {
            /** @enum {string} */
            kind: "text";
            /** @description The words. */
            text: string;
        } | {
            /** @description The photos, which were uploaded before. */
            attachments: components["schemas"]["Photo"][];
            /** @enum {string} */
            kind: "photo";
            /** @description Words beside them. */
            text?: string | null;
        } | {
            /**
             * Format: uuid
             * @description The clip, which was uploaded before.
             */
            attachment: string;
            /** @enum {string} */
            kind: "voice";
            /**
             * Format: int32
             * @description How long it is: 1 to 180. What its bytes say takes the place of what its sender says.
             */
            seconds: number;
            /** @description The same in words, for whoever cannot listen. */
            text?: string | null;
        } | {
            /**
             * Format: int64
             * @description Number of the message of the help conversation after which it stands; 0 before all.
             */
            beside: number;
            /** @enum {string} */
            kind: "note";
            /** @description The words: 1 to 4,000 characters. */
            text: string;
        } | {
            /** @description Whom to call in an emergency; null when the event names nobody. */
            emergency_number?: string | null;
            /** @enum {string} */
            kind: "notice";
            /** @description What happened. */
            notice: components["schemas"]["Notice"];
            /** @description The same in English, for clients that do not know the notice. */
            text: string;
        };
        /**
         * @description What kind of help is needed.
         * @enum {string}
         */
        Category: "medical" | "security" | "lost_person" | "lost_property" | "accessibility" | "other";
        /**
         * @description What happened to a conversation.
         * @enum {string}
         */
        Cause: "transferred" | "declined" | "untouched" | "vanished" | "reopened" | "invited" | "removed" | "judged";
        /** @description How it ended. */
        Closing: {
            /** @description For colleagues only; the participant never sees it. */
            note?: string | null;
            outcome: components["schemas"]["Outcome"];
        };
        /** @description A member of the caller's organization, as far as it matters to whom a conversation can be handed. */
        Colleague: {
            /**
             * Format: int32
             * @description Conversations they have now.
             */
            active: number;
            /**
             * Format: int32
             * @description Most conversations at once.
             */
            capacity: number;
            /** @description Whether a dashboard of theirs is connected. */
            connected: boolean;
            /** @description The events whose requests are pushed to them while they are on duty; empty: they take by hand. */
            events: string[];
            /**
             * Format: uuid
             * @description Who.
             */
            id: string;
            /** @description Their name. */
            name: string;
            /** @description Whether they take conversations, and were seen lately. */
            on_duty: boolean;
            /**
             * Format: date-time
             * @description When they were last there; null when never.
             */
            seen_at?: string | null;
        };
        /** @description The colleagues. */
        Colleagues: {
            /** @description Those on duty first, the least loaded of them before others; at most 1,000. */
            items: components["schemas"]["Colleague"][];
        };
        /** @description Somebody to call. */
        Contact: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description Their name. */
            name: string;
            /** @description Their telephone number. */
            phone: string;
            /** @description What they are there for. */
            role?: string | null;
        };
        /** @description The state of a conversation: everything but its messages. */
        Conversation: {
            /**
             * Format: uuid
             * @description Of notes: the help conversation they stand beside.
             */
            about?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            closed_at?: string | null;
            /**
             * Format: uuid
             * @description The event it belongs to.
             */
            event: string;
            /**
             * Format: int64
             * @description Below this number nothing is missing.
             */
            first_seq: number;
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /**
             * @description `help`, `announcements`, `notes` or `team`. Many people hear announcements: of them nobody stands in the state but, with
             *     their own marks, whoever asks.
             */
            kind: string;
            /**
             * Format: int64
             * @description Number of the last message.
             */
            last_seq: number;
            located?: components["schemas"]["Located"] | null;
            /** @description The people of the organization. */
            members: components["schemas"]["Person"][];
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            /** @description The people at the event. */
            participants: components["schemas"]["Person"][];
            /** @description Up to which number each person's devices have received. */
            received: {
                [key: string]: number;
            };
            request?: components["schemas"]["HelpRequest"] | null;
            /** @description Up to which number each person has read. */
            seen: {
                [key: string]: number;
            };
            /** @description Whether people can write. */
            status: components["schemas"]["ConversationStatus"];
            /** @description Of notes: what the help conversation is filed under. Over REST, members get it with that one, too. */
            tags?: string[] | null;
            /**
             * Format: int64
             * @description Grows with every change; a state with a lower one is older.
             */
            version: number;
        };
        /**
         * @description Whether people can still write.
         * @enum {string}
         */
        ConversationStatus: "open" | "closed";
        /** @description What else there was with the same person at the same event. */
        EarlierConversations: {
            /** @description At most 20, the newest first. */
            items: components["schemas"]["Conversation"][];
        };
        /** @description What is different; what is left out stays. */
        EditHelpRequest: {
            category?: components["schemas"]["Category"] | null;
            priority?: components["schemas"]["Priority"] | null;
            /**
             * Format: int64
             * @description The version that was edited: when somebody else changed it in between, nothing happens.
             */
            version?: number | null;
        };
        /** @description What the people in a conversation need to know about its event. */
        EventContext: {
            code: string;
            contacts: components["schemas"]["Contact"][];
            emergency_number?: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: int64
             * @description For members: how many people are at the event, whom an announcement reaches. Null for participants.
             */
            participants?: number | null;
            /**
             * Format: int64
             * @description How many people take requests of this event now.
             */
            staff_on_duty: number;
            /** @description `published` or `archived`. */
            status: string;
            zones: components["schemas"]["Zone"][];
        };
        /** @description Where something that was looked for was said. */
        Excerpt: {
            /** @description Whether it is a note. */
            note: boolean;
            /** @description What it says, in parts. */
            parts: components["schemas"]["ExcerptPart"][];
            /**
             * Format: int64
             * @description Number of the message.
             */
            seq: number;
        };
        /** @description A part of an excerpt. */
        ExcerptPart: {
            /** @description Whether they were looked for. */
            marked: boolean;
            /** @description The words. */
            text: string;
        };
        /** @description What stood there before or after a change; null for what the change does not concern. */
        Facts: {
            category?: components["schemas"]["Category"] | null;
            outcome?: components["schemas"]["Outcome"] | null;
            priority?: components["schemas"]["Priority"] | null;
            /** @description What an incident was called. */
            title?: string | null;
        };
        /** @description A field that was refused, and why. */
        FieldError: {
            /** @description Path of the field in the request, such as `zones[2].name`. */
            field: string;
            /** @description Why, as a sentence for a person. */
            reason: string;
        };
        /** @description A conversation that was found. */
        Found: {
            /** @description Its state, with its tags. */
            conversation: components["schemas"]["Conversation"];
            excerpt?: components["schemas"]["Excerpt"] | null;
        };
        /** @description Limits that a client should keep. */
        FrameLimits: {
            /** @description Largest frame in bytes. */
            frame_bytes: number;
            /** @description Most characters of a text. */
            text_characters: number;
            /** @description Most sends without an answer. */
            unacknowledged: number;
        };
        /** @description One change of hands, or of who takes part, or of how urgent it is. */
        Handover: {
            after?: components["schemas"]["Facts"] | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            before?: components["schemas"]["Facts"] | null;
            by?: components["schemas"]["Person"] | null;
            /** @description Why. */
            cause: components["schemas"]["Cause"];
            from?: components["schemas"]["Person"] | null;
            /** @description In the words of whoever did it. */
            reason?: string | null;
            to?: components["schemas"]["Person"] | null;
        };
        /** @description What happened to a conversation. */
        Handovers: {
            /** @description The newest first, at most 100. */
            items: components["schemas"]["Handover"][];
        };
        /** @description A help request as the people in it see it. */
        HelpRequest: {
            /** @description What kind of help. */
            category: components["schemas"]["Category"];
            /**
             * Format: date-time
             * @description When it ended, in whatever way.
             */
            closed_at?: string | null;
            /**
             * Format: uuid
             * @description Its conversation; the words of the request are message 1.
             */
            conversation: string;
            /**
             * Format: date-time
             * @description Since when it counts as waiting: its opening minus the head start of its priority. Critical requests are before
             *     all others; then the earlier is first, then the lower id.
             */
            counts_since: string;
            /**
             * Format: int64
             * @description Estimated seconds until it is taken; null when nobody is on duty.
             */
            estimated_seconds?: number | null;
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            location?: components["schemas"]["Location"] | null;
            member?: components["schemas"]["Person"] | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            /**
             * @description How it ended: `resolved`, `referred`, `unreachable`, `false_alarm` or `other` when a member closed it,
             *     `organization_blocked` when its organization was blocked.
             */
            outcome?: string | null;
            /** @description Who asked, with the contact details they chose to share. */
            participant: components["schemas"]["Asker"];
            /**
             * Format: int64
             * @description Place in the queue, from 1; only while waiting, and only where one request is asked for.
             */
            place?: number | null;
            /** @description How urgent, by the rule of category and triage. */
            priority: components["schemas"]["Priority"];
            satisfaction?: components["schemas"]["Satisfaction"] | null;
            /** @description Where it stands. */
            status: components["schemas"]["RequestStatus"];
            /**
             * Format: date-time
             * @description When it was taken.
             */
            taken_at?: string | null;
            /** @description The words. */
            text: string;
            /** @description The answers it was judged by. */
            triage: {
                [key: string]: components["schemas"]["Answer"];
            };
            /**
             * @description Whether its member was given it and has neither looked at it nor written: it goes on to the next soon. Looking
             *     changes no version.
             */
            untouched: boolean;
            /** @description Came in while an unusual number of new guests asked: queued below those of equal priority who came with it. */
            unverified: boolean;
            /**
             * Format: int64
             * @description Grows with every edit of priority or category, and when it is opened again.
             */
            version: number;
            /**
             * Format: date-time
             * @description Since when it has waited for somebody, the last time.
             */
            waiting_since: string;
            /**
             * Format: uuid
             * @description The zone of the event, when known.
             */
            zone?: string | null;
        };
        /** @description Who is to take part. */
        Invitation: {
            /** Format: uuid */
            member: string;
        };
        /** @description Where the participant of a conversation was last, for the people of the conversation. Only the newest place is kept. */
        Located: {
            /**
             * Format: double
             * @description Radius in metres within which the place lies.
             */
            accuracy?: number | null;
            /**
             * Format: date-time
             * @description When the place was told.
             */
            at: string;
            /**
             * Format: double
             * @description Degrees north.
             */
            latitude: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            longitude: number;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /**
             * Format: date-time
             * @description When it ended: the person stopped it, or the conversation was closed. Null while it goes on.
             */
            stopped_at?: string | null;
        };
        /** @description Where something is. */
        Location: {
            /**
             * Format: double
             * @description Radius in metres within which the place lies.
             */
            accuracy?: number | null;
            /**
             * Format: double
             * @description Degrees north, -90 to 90.
             */
            latitude: number;
            /**
             * Format: double
             * @description Degrees east, -180 to 180.
             */
            longitude: number;
        };
        /** @description One entry of a conversation. */
        Message: {
            /**
             * Format: date-time
             * @description When it was stored.
             */
            at: string;
            /** @description What it says. */
            body: components["schemas"]["Body"];
            /**
             * Format: uuid
             * @description The id that its writer gave it.
             */
            client_id: string;
            /**
             * Format: uuid
             * @description The conversation.
             */
            conversation: string;
            location?: components["schemas"]["Location"] | null;
            /**
             * Format: int64
             * @description The message it answers.
             */
            reply_to?: number | null;
            /** @description Who wrote it. */
            sender: components["schemas"]["Sender"];
            /**
             * Format: int64
             * @description Its number there: 1, 2, 3, … without holes.
             */
            seq: number;
        };
        /** @description What to say, and where. */
        NewAnnouncement: {
            body: components["schemas"]["Body"];
            /**
             * Format: uuid
             * @description Chosen by the writer; makes the call repeatable. Without it, the header `Idempotency-Key` does.
             */
            client_id?: string | null;
            /** Format: uuid */
            event: string;
        };
        /** @description What to say to all. */
        NewAnswer: {
            /**
             * Format: uuid
             * @description Chosen by the sender; makes the call repeatable: nobody reads it twice.
             */
            client_id: string;
            /** @description The words. */
            text: string;
        };
        /** @description A file that is to be uploaded. */
        NewAttachment: {
            /**
             * Format: int64
             * @description How long it is.
             */
            bytes: number;
            /**
             * Format: uuid
             * @description Where it is to be sent.
             */
            conversation: string;
            /**
             * Format: uuid
             * @description Chosen by the sender; makes the call repeatable.
             */
            id: string;
            /** @description What it is for. */
            kind: components["schemas"]["AttachmentKind"];
            /**
             * @description What it is, as far as the sender knows: `image/jpeg`, `image/png`, `image/webp`, `audio/webm`, `audio/ogg` or
             *     `audio/mp4`.
             */
            media_type: string;
        };
        /** @description A call for help. */
        NewHelpRequest: {
            category: components["schemas"]["Category"];
            /** Format: uuid */
            event: string;
            location?: components["schemas"]["Location"] | null;
            /** @description Which contact details staff may see. */
            share?: components["schemas"]["Share"];
            /** @description What is the matter, 1 to 4,000 characters; message 1 of the conversation. */
            text: string;
            /** @description Answers to the category's questions: `yes`, `no` or `unknown`. */
            triage?: {
                [key: string]: components["schemas"]["Answer"];
            };
            /**
             * Format: uuid
             * @description Zone of the event.
             */
            zone?: string | null;
        };
        /** @description A message to send. */
        NewMessage: {
            body: components["schemas"]["Body"];
            /**
             * Format: uuid
             * @description Chosen by the sender; makes sending repeatable.
             */
            client_id: string;
            location?: components["schemas"]["Location"] | null;
            /**
             * Format: uuid
             * @description The client id of the sender's message before it, when that was not acknowledged yet.
             */
            previous?: string | null;
            /**
             * Format: int64
             * @description Number of the message it answers.
             */
            reply_to?: number | null;
        };
        /** @description Where the participant is. */
        NewPlace: {
            /**
             * Format: double
             * @description Radius in metres within which the place lies.
             */
            accuracy?: number | null;
            /**
             * Format: double
             * @description Degrees north, -90 to 90.
             */
            latitude: number;
            /**
             * Format: double
             * @description Degrees east, -180 to 180.
             */
            longitude: number;
        };
        /** @description How the help was. */
        NewSatisfaction: {
            /** @description In the participant's own words. */
            comment?: string | null;
            rating: components["schemas"]["Rating"];
        };
        /**
         * @description What Steward itself tells the people of a conversation.
         * @enum {string}
         */
        Notice: "organization_blocked";
        /** @description What a member offers. */
        Offer: {
            /**
             * Format: int32
             * @description Most conversations at once, 0 to 20,000; 0 is off.
             */
            capacity: number;
            /** @description Push requests of these events, at most 100. Empty: take by hand only. */
            events: string[];
        };
        /** @description An opened help request. */
        OpenedHelpRequest: {
            /** Format: uuid */
            conversation: string;
            /**
             * Format: int64
             * @description Null when nobody is on duty.
             */
            estimated_seconds?: number | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description Place in the queue, from 1; null when it does not wait any more.
             */
            place?: number | null;
            status: components["schemas"]["RequestStatus"];
        };
        /**
         * @description How a request for help ended.
         * @enum {string}
         */
        Outcome: "resolved" | "referred" | "unreachable" | "false_alarm" | "other";
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Announcement: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                at: string;
                /** @description What it says. */
                body: components["schemas"]["Body"];
                /** @description Who made it. */
                by: components["schemas"]["Person"];
                /**
                 * Format: uuid
                 * @description The id that its writer gave it.
                 */
                client_id: string;
                /**
                 * Format: uuid
                 * @description The event's conversation of announcements.
                 */
                conversation: string;
                /**
                 * Format: int64
                 * @description How many of them have it on a device.
                 */
                delivered: number;
                /**
                 * Format: int64
                 * @description How many of them have read it.
                 */
                seen: number;
                /**
                 * Format: int64
                 * @description How many people were at the event then.
                 */
                sent: number;
                /**
                 * Format: int64
                 * @description Its number there.
                 */
                seq: number;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_AuditEntry: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /** @description What was done: one of [`Action`], or one that this version does not know. */
                action: string;
                /** @description Who did it. */
                actor: components["schemas"]["Person"];
                after?: components["schemas"]["Facts"] | null;
                /**
                 * Format: date-time
                 * @description When, by the database's clock.
                 */
                at: string;
                before?: components["schemas"]["Facts"] | null;
                /**
                 * Format: uuid
                 * @description With what.
                 */
                entity: string;
                /**
                 * Format: uuid
                 * @description At which event; null when it was no conversation.
                 */
                event?: string | null;
                /** @description The name of that event. */
                event_name?: string | null;
                /**
                 * Format: uuid
                 * @description Which one; also the cursor.
                 */
                id: string;
                /** @description The present title of the incident that it was done with; null when it was none, or there is none any more. */
                incident?: string | null;
                member?: components["schemas"]["Person"] | null;
                participant?: components["schemas"]["Person"] | null;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Conversation: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Of notes: the help conversation they stand beside.
                 */
                about?: string | null;
                /**
                 * Format: date-time
                 * @description When it ended.
                 */
                closed_at?: string | null;
                /**
                 * Format: uuid
                 * @description The event it belongs to.
                 */
                event: string;
                /**
                 * Format: int64
                 * @description Below this number nothing is missing.
                 */
                first_seq: number;
                /**
                 * Format: uuid
                 * @description Which one.
                 */
                id: string;
                /**
                 * @description `help`, `announcements`, `notes` or `team`. Many people hear announcements: of them nobody stands in the state but, with
                 *     their own marks, whoever asks.
                 */
                kind: string;
                /**
                 * Format: int64
                 * @description Number of the last message.
                 */
                last_seq: number;
                located?: components["schemas"]["Located"] | null;
                /** @description The people of the organization. */
                members: components["schemas"]["Person"][];
                /**
                 * Format: date-time
                 * @description When it was opened.
                 */
                opened_at: string;
                /** @description The people at the event. */
                participants: components["schemas"]["Person"][];
                /** @description Up to which number each person's devices have received. */
                received: {
                    [key: string]: number;
                };
                request?: components["schemas"]["HelpRequest"] | null;
                /** @description Up to which number each person has read. */
                seen: {
                    [key: string]: number;
                };
                /** @description Whether people can write. */
                status: components["schemas"]["ConversationStatus"];
                /** @description Of notes: what the help conversation is filed under. Over REST, members get it with that one, too. */
                tags?: string[] | null;
                /**
                 * Format: int64
                 * @description Grows with every change; a state with a lower one is older.
                 */
                version: number;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Found: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /** @description Its state, with its tags. */
                conversation: components["schemas"]["Conversation"];
                excerpt?: components["schemas"]["Excerpt"] | null;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_HelpRequest: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /** @description What kind of help. */
                category: components["schemas"]["Category"];
                /**
                 * Format: date-time
                 * @description When it ended, in whatever way.
                 */
                closed_at?: string | null;
                /**
                 * Format: uuid
                 * @description Its conversation; the words of the request are message 1.
                 */
                conversation: string;
                /**
                 * Format: date-time
                 * @description Since when it counts as waiting: its opening minus the head start of its priority. Critical requests are before
                 *     all others; then the earlier is first, then the lower id.
                 */
                counts_since: string;
                /**
                 * Format: int64
                 * @description Estimated seconds until it is taken; null when nobody is on duty.
                 */
                estimated_seconds?: number | null;
                /**
                 * Format: uuid
                 * @description The event.
                 */
                event: string;
                /**
                 * Format: uuid
                 * @description Which one.
                 */
                id: string;
                location?: components["schemas"]["Location"] | null;
                member?: components["schemas"]["Person"] | null;
                /**
                 * Format: date-time
                 * @description When it was opened.
                 */
                opened_at: string;
                /**
                 * @description How it ended: `resolved`, `referred`, `unreachable`, `false_alarm` or `other` when a member closed it,
                 *     `organization_blocked` when its organization was blocked.
                 */
                outcome?: string | null;
                /** @description Who asked, with the contact details they chose to share. */
                participant: components["schemas"]["Asker"];
                /**
                 * Format: int64
                 * @description Place in the queue, from 1; only while waiting, and only where one request is asked for.
                 */
                place?: number | null;
                /** @description How urgent, by the rule of category and triage. */
                priority: components["schemas"]["Priority"];
                satisfaction?: components["schemas"]["Satisfaction"] | null;
                /** @description Where it stands. */
                status: components["schemas"]["RequestStatus"];
                /**
                 * Format: date-time
                 * @description When it was taken.
                 */
                taken_at?: string | null;
                /** @description The words. */
                text: string;
                /** @description The answers it was judged by. */
                triage: {
                    [key: string]: components["schemas"]["Answer"];
                };
                /**
                 * @description Whether its member was given it and has neither looked at it nor written: it goes on to the next soon. Looking
                 *     changes no version.
                 */
                untouched: boolean;
                /** @description Came in while an unusual number of new guests asked: queued below those of equal priority who came with it. */
                unverified: boolean;
                /**
                 * Format: int64
                 * @description Grows with every edit of priority or category, and when it is opened again.
                 */
                version: number;
                /**
                 * Format: date-time
                 * @description Since when it has waited for somebody, the last time.
                 */
                waiting_since: string;
                /**
                 * Format: uuid
                 * @description The zone of the event, when known.
                 */
                zone?: string | null;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description One page of a list. Pass `next` as `after` to read on; null means that this was the last page. */
        Page_Message: {
            /** @description The entries of this page, in the list's order. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was stored.
                 */
                at: string;
                /** @description What it says. */
                body: components["schemas"]["Body"];
                /**
                 * Format: uuid
                 * @description The id that its writer gave it.
                 */
                client_id: string;
                /**
                 * Format: uuid
                 * @description The conversation.
                 */
                conversation: string;
                location?: components["schemas"]["Location"] | null;
                /**
                 * Format: int64
                 * @description The message it answers.
                 */
                reply_to?: number | null;
                /** @description Who wrote it. */
                sender: components["schemas"]["Sender"];
                /**
                 * Format: int64
                 * @description Its number there: 1, 2, 3, … without holes.
                 */
                seq: number;
            }[];
            /** @description Cursor of the next page. */
            next?: string | null;
        };
        /** @description A person at an event. */
        Participation: {
            /**
             * Format: uuid
             * @description The conversation of its announcements.
             */
            conversation: string;
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            joined_at: string;
        };
        /** @description A person and the name that others may see. */
        Person: {
            /**
             * Format: uuid
             * @description Who.
             */
            id: string;
            /** @description Their name; null when unknown or not shared. */
            name?: string | null;
        };
        /** @description A photo that a message carries. Its size comes with it, so that nothing jumps when the picture arrives. */
        Photo: {
            /**
             * Format: int32
             * @description Pixels from top to bottom.
             */
            height: number;
            /**
             * Format: uuid
             * @description The attachment.
             */
            id: string;
            /**
             * Format: int32
             * @description Pixels from left to right, as the finished attachment has them.
             */
            width: number;
        };
        /** @description How far a client has come in a conversation. */
        Position: {
            /**
             * Format: uuid
             * @description Which one.
             */
            conversation: string;
            /**
             * Format: int64
             * @description Number of the last message it has without a hole; 0 for none.
             */
            seq: number;
            /**
             * Format: int64
             * @description Version of the state it has. Only `POST /updates` needs it, to know what is new.
             */
            version?: number | null;
        };
        /**
         * @description How urgent it is.
         * @enum {string}
         */
        Priority: "low" | "normal" | "high" | "critical";
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
        /**
         * @description How the help was. Three words, because a person who was just in fear chooses among few.
         * @enum {string}
         */
        Rating: "good" | "fair" | "poor";
        /** @description Whom a conversation goes to. */
        Receiver: {
            /** @enum {string} */
            kind: "member";
            /**
             * Format: uuid
             * @description Who.
             */
            member: string;
        } | {
            /** @enum {string} */
            kind: "queue";
        };
        /**
         * @description Where a help request stands.
         * @enum {string}
         */
        RequestStatus: "waiting" | "taken" | "closed" | "cancelled" | "expired";
        /** @description What a participant said of the help they got. */
        Satisfaction: {
            /** @description In their own words, when they liked to. */
            comment?: string | null;
            /**
             * Format: date-time
             * @description When they first said so.
             */
            rated_at: string;
            /** @description How it was. */
            rating: components["schemas"]["Rating"];
        };
        /** @description Who wrote a message. The name comes with the conversation's state. */
        Sender: {
            /**
             * Format: uuid
             * @description The person.
             */
            id: string;
            /** @description What kind of person. */
            kind: components["schemas"]["SenderKind"];
        };
        /**
         * @description What kind of person wrote a message.
         * @enum {string}
         */
        SenderKind: "participant" | "member" | "system";
        /** @description A frame from server to client. */
        ServerFrame: {
            /**
             * Format: uuid
             * @description Id of this connection.
             */
            connection: string;
            /**
             * Format: uuid
             * @description The life of the store: positions of another one mean nothing.
             */
            epoch: string;
            /**
             * Format: int64
             * @description Seconds between pings; twice this in silence means that the socket is dead.
             */
            heartbeat_s: number;
            /** @description What to keep to. */
            limits: components["schemas"]["FrameLimits"];
            /**
             * Format: date-time
             * @description Now, by the server's clock.
             */
            now: string;
            /** @enum {string} */
            type: "welcome";
        } | {
            /**
             * Format: uuid
             * @description Which one.
             */
            conversation: string;
            /** @description All but its messages. */
            state: components["schemas"]["Conversation"];
            /** @enum {string} */
            type: "conversation";
        } | (components["schemas"]["Message"] & {
            /** @enum {string} */
            type: "message";
        }) | {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: uuid
             * @description Its client id.
             */
            client_id: string;
            /**
             * Format: uuid
             * @description Where.
             */
            conversation: string;
            /** @description Whether it had been stored before. */
            duplicate?: boolean;
            /**
             * Format: int64
             * @description Under which number.
             */
            seq: number;
            /** @enum {string} */
            type: "ack";
        } | {
            /**
             * Format: int64
             * @description Milliseconds after which to try again.
             */
            after_ms?: number | null;
            /**
             * Format: uuid
             * @description The message it was about.
             */
            client_id?: string | null;
            /** @description Stable and machine-readable. */
            code: string;
            /**
             * Format: uuid
             * @description The conversation it was about.
             */
            conversation?: string | null;
            /** @description Why, for a person. */
            detail: string;
            /** @description Whether the same may be sent again. */
            retry: boolean;
            /** @enum {string} */
            type: "refused";
        } | {
            /**
             * Format: uuid
             * @description Where.
             */
            conversation: string;
            /**
             * Format: int64
             * @description Up to which number.
             */
            head: number;
            /** @enum {string} */
            type: "behind";
        } | {
            /** @enum {string} */
            type: "synced";
        } | {
            /**
             * Format: uuid
             * @description Where.
             */
            conversation: string;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /**
             * Format: int64
             * @description Up to which number.
             */
            seq: number;
            /** @enum {string} */
            type: "received";
        } | {
            /**
             * Format: uuid
             * @description Where.
             */
            conversation: string;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /**
             * Format: int64
             * @description Up to which number.
             */
            seq: number;
            /** @enum {string} */
            type: "seen";
        } | {
            /**
             * Format: uuid
             * @description Where.
             */
            conversation: string;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /** @enum {string} */
            type: "typing";
        } | {
            /**
             * Format: double
             * @description Radius in metres within which the place lies.
             */
            accuracy?: number | null;
            /**
             * Format: date-time
             * @description When it was told.
             */
            at: string;
            /**
             * Format: uuid
             * @description Where it was told.
             */
            conversation: string;
            /**
             * Format: double
             * @description Degrees north.
             */
            latitude: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            longitude: number;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /** @enum {string} */
            type: "located";
        } | {
            /**
             * Format: uuid
             * @description Where it matters.
             */
            conversation: string;
            /** @description Whether they are connected. */
            online: boolean;
            /**
             * Format: uuid
             * @description Who.
             */
            person: string;
            /** @enum {string} */
            type: "presence";
        } | {
            /**
             * Format: uuid
             * @description Its conversation.
             */
            conversation: string;
            /**
             * Format: int64
             * @description Null when nobody is on duty.
             */
            estimated_seconds?: number | null;
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /**
             * Format: int64
             * @description From 1.
             */
            place: number;
            /**
             * Format: uuid
             * @description The request.
             */
            request: string;
            /** @enum {string} */
            type: "place";
        } | {
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /** @description The request; its status says where it stands. */
            request: components["schemas"]["HelpRequest"];
            /** @enum {string} */
            type: "request";
            /**
             * Format: int64
             * @description How many wait at the event now.
             */
            waiting: number;
        } | {
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /** @enum {string} */
            type: "queue";
            /**
             * Format: int64
             * @description How many.
             */
            waiting: number;
        } | {
            /**
             * Format: int64
             * @description How many there are; 0 when the alarm is over.
             */
            count: number;
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
            /** @description The first of them: critical ones first, then the oldest. */
            requests: components["schemas"]["HelpRequest"][];
            /** @enum {string} */
            type: "unanswered";
        } | {
            /**
             * Format: uuid
             * @description Only this conversation; all of them when absent.
             */
            conversation?: string | null;
            /**
             * Format: uuid
             * @description The store's present life.
             */
            epoch: string;
            /** @enum {string} */
            type: "reset";
        } | {
            /**
             * Format: int64
             * @description Seconds between pings from now on, when that changed.
             */
            heartbeat_s?: number | null;
            /** @enum {string} */
            type: "ping";
        } | {
            /**
             * Format: int64
             * @description Reconnect after this many milliseconds.
             */
            delay_ms: number;
            /** @enum {string} */
            type: "bye";
        };
        /** @description Which contact details staff may see. */
        Share: {
            /** @description The e-mail address. */
            email?: boolean;
            /** @description The name; shared unless said otherwise. */
            name?: boolean;
            /** @description The telephone number. */
            phone?: boolean;
        };
        /** @description Tags to suggest. */
        Suggestions: {
            /** @description At most 20, the most used ones first. */
            tags: string[];
        };
        /** @description What a conversation is filed under. */
        Tags: {
            /** @description At most 10 tags of 1 to 30 characters. They are kept in lower case, each once. */
            tags: string[];
        };
        /** @description What is handed over. */
        Transfer: {
            /**
             * @description For whoever goes on with it, at most 500 characters; the participant never sees it. A colleague has to be told
             *     why.
             */
            reason?: string | null;
            to: components["schemas"]["Receiver"];
        };
        /** @description What is new. */
        Updates: {
            /** @description Frames as on the socket, in order. */
            frames: Record<string, never>[];
        };
        /** @description A zone of an event. */
        Zone: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description Its name. */
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
