package org.ansinh.app.pages;

import java.util.Map;

/**
 * A paper as a tagged PDF with its fonts embedded: read aloud by who sees badly, searched and copied with every mark of Vietnamese, printed the same everywhere. A paper is a
 * document in Vietnamese, whoever prints it; its words stand in the template, which is well-formed and takes the text of its style from the variable {@code style}.
 */
public interface TaggedPdf {

    /** @param style name of the file beside the fonts that says how it looks */
    byte[] of(String template, String style, Map<String, Object> words);
}
