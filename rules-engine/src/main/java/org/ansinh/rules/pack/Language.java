package org.ansinh.rules.pack;

import java.util.Locale;

/** The languages every text of a pack is written in. */
public enum Language {
    VI,
    EN;

    /** In which a reader is told; whoever does not ask for English reads Vietnamese. */
    public static Language of(Locale reader) {
        return Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? EN : VI;
    }
}
