package org.ansinh.rules.pack;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in a legal document.
 *
 * @param kind of the document, where the pack knows it: a lawyer names it with the number
 */
public record Basis(
        String instrument,
        Optional<Instrument.Kind> kind,
        Optional<String> article,
        Optional<String> clause,
        Optional<String> point) {

    /** A document as a whole that the pack does not know. */
    public static Basis unknown(String instrument) {
        return new Basis(instrument, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As a lawyer would cite it: {@code điểm a khoản 1 Điều 5 Nghị định 20/2021/NĐ-CP}. */
    public String cited(Language language) {
        var place = place(language);
        var document = kind.map(it -> it.word(language) + " ").orElse("") + instrument;
        if (place.isEmpty()) {
            return document;
        }
        return place + (language == Language.VI ? " " : " of ") + document;
    }

    /** The same without the document; empty where all of it is meant. */
    public String place(Language language) {
        return language == Language.VI
                ? joined(" ", "điểm ", "khoản ", "Điều ")
                : joined(", ", "point ", "clause ", "Article ");
    }

    private String joined(String between, String ofPoint, String ofClause, String ofArticle) {
        return Stream.of(point.map(ofPoint::concat), clause.map(ofClause::concat), article.map(ofArticle::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(between));
    }
}
