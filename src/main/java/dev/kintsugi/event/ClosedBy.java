package dev.kintsugi.event;

/** Why the wait for further events of an observation ended. */
public enum ClosedBy {
    /** Nothing required was missing any more. */
    COMPLETE,
    /** Event time passed window and grace. */
    DEADLINE,
    /** The wall clock passed the patience. */
    PATIENCE,
    /** The deadline was past already when the first event came. */
    LATE,
    /** More observations waited than may, and its deadline was the next. */
    LIMIT
}
