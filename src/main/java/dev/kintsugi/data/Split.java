package dev.kintsugi.data;

import java.util.Locale;

/** Which part of the data: what a model may learn from, or what it is judged on. */
public enum Split {
    TRAIN,
    TEST;

    /** As folders and sources write it. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
