package org.ansinh.lawvn;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;

/** Every page made from the pack, by the name it has in {@code docs/law}. */
final class LawPages {

    private LawPages() {}

    static SortedMap<String, String> of(LawPack pack, Path folder) {
        var pages = new TreeMap<String, String>();
        for (var language : Language.values()) {
            var suffix = "." + language.name().toLowerCase(Locale.ROOT) + ".md";
            for (var programme : pack.programmes().values()) {
                var name = programme.id().replace('_', '-');
                var rules = folder.resolve(programme.place().file());
                var cases = PageCase.of(java.util.Objects.requireNonNull(rules.getParent()));
                pages.put(name + suffix, LawPage.of(pack, programme, language, cases));
            }
            for (var instrument : pack.instruments().values()) {
                pages.put(
                        "instruments/" + PageWords.fileName(instrument.number()) + suffix,
                        InstrumentPage.of(pack, instrument, language));
            }
        }
        pages.put("facts.md", FactsPage.of(pack));
        return pages;
    }
}
