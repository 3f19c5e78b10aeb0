package dev.kintsugi.embedded.registry;

/** Whether a listing shows what is soft-deleted. */
enum LookupFilter {
    LIVE,
    WITH_DELETED,
    ONLY_DELETED;

    static LookupFilter of(boolean deleted, boolean deletedOnly) {
        if (deletedOnly) {
            return ONLY_DELETED;
        }
        return deleted ? WITH_DELETED : LIVE;
    }

    boolean admits(boolean deleted) {
        return this == WITH_DELETED || deleted == (this == ONLY_DELETED);
    }
}
