package dev.premotion.reference;

/** How well a row of a table is established. */
public enum Status {
    /** Read in a document, article or API text of the vendor. */
    V1,
    /** Read in a secondary source. */
    V2,
    /** Not verified: never a reason to block. */
    U
}
