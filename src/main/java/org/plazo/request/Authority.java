package org.plazo.request;

import java.util.Locale;
import org.plazo.calendar.LocalizedText;

/** An authority that requests or is requested; {@code party} is the id of its side. */
public record Authority(String code, LocalizedText name, String party) {

    /** What the ids of the groups of all authorities begin with; the engine wants ids of letters and digits. */
    public static final String GROUPS = "agency";

    /** The id of the group of users who belong to an authority, such as {@code agencyminint}. */
    public static String groupOf(String code) {
        return GROUPS + code.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
