package dev.kintsugi.gallery;

import java.util.Base64;

/** Text and bytes in a form that HTML and SVG hold. */
public final class Markup {
    private Markup() {}

    /** Text, as content or within quotes. */
    public static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A picture within the page. */
    public static String picture(Print print, String description) {
        return "<img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(print.png()) + "\" width=\""
                + print.width() + "\" height=\"" + print.height() + "\" alt=\"" + text(description) + "\"/>";
    }

    /** A sound within the page, which can be played. */
    public static String sound(byte[] wav, String description) {
        return "<audio controls=\"controls\" preload=\"none\" title=\"" + text(description)
                + "\" src=\"data:audio/wav;base64," + Base64.getEncoder().encodeToString(wav) + "\"></audio>";
    }

    /** A number in an attribute of SVG: short, and with a point whatever the locale. */
    static String number(double value) {
        String rounded = String.format(java.util.Locale.ROOT, "%.1f", value);
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }
}
