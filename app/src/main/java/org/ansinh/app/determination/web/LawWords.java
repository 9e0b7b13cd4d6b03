package org.ansinh.app.determination.web;

import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.Masks;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.springframework.context.MessageSource;

/** The law in the reader's language, as far as the reader may be told. */
record LawWords(LawPack pack, Masks masks, MessageSource texts, Locale locale) {

    private static final Text UNNAMED =
            new Text("Nhóm không nêu tên theo mục đích của anh/chị", "A group that is not named for your purposes");

    String in(Text text) {
        return text.in(language());
    }

    String cited(Basis basis) {
        return basis.cited(language());
    }

    /** What somebody stands under, by name as far as it may be named. */
    List<String> provisions(Programme programme, List<String> ids) {
        var met = programme.provisions().stream()
                .map(it -> it.id())
                .filter(ids::contains)
                .toList();
        var grounds = programme.combination().grounds(met);
        return programme.provisions().stream()
                .filter(it -> grounds.contains(it.id()))
                .map(it -> masks.tells(programme, it) ? in(it.says()) : unnamed())
                .distinct()
                .toList();
    }

    /** What stands for the name of a group that is not told. */
    String unnamed() {
        return in(UNNAMED);
    }

    boolean isTold(String programme, String provision) {
        return pack.programme(programme).stream()
                .flatMap(it -> it.provisions().stream()
                        .filter(known -> known.id().equals(provision))
                        .map(known -> masks.tells(it, known)))
                .findFirst()
                .orElse(true);
    }

    String say(String key, Object... of) {
        return texts.getMessage(key, of, locale);
    }

    boolean isEnglish() {
        return language() == Language.EN;
    }

    private Language language() {
        return Language.of(locale);
    }
}
