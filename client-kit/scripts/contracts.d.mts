/** Where each service keeps its contract, and where its types stand. */
export declare const contracts: { service: string; contract: URL; types: URL }[];
/** The types of a contract, or nothing when the service has not published one. */
export declare function typesOf(contract: URL): Promise<string | undefined>;
