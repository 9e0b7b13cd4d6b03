package org.ansinh.rules.pack;

import java.util.Optional;

/** A place in a legal document. */
public record Basis(String instrument, Optional<String> article, Optional<String> clause, Optional<String> point) {

    /** As a lawyer would cite it: {@code điểm a khoản 1 Điều 5 20/2021/NĐ-CP}. */
    public String cited(Language language) {
        var words = new StringBuilder();
        if (language == Language.VI) {
            point.ifPresent(it -> words.append("điểm ").append(it).append(' '));
            clause.ifPresent(it -> words.append("khoản ").append(it).append(' '));
            article.ifPresent(it -> words.append("Điều ").append(it).append(' '));
        } else {
            point.ifPresent(it -> words.append("point ").append(it).append(", "));
            clause.ifPresent(it -> words.append("clause ").append(it).append(", "));
            article.ifPresent(it -> words.append("Article ").append(it).append(" of "));
        }
        return words.append(instrument).toString();
    }
}
