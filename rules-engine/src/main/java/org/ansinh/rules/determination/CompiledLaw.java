package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.jspecify.annotations.Nullable;

/** A pack made ready: what {@link LawCompiler} makes once and every session reads. */
record CompiledLaw(
        LawPack pack,
        List<CompiledProgramme> programmes,
        List<FactDefinition> asked,
        Life life,
        Words words,
        Citations citations,
        int variables,
        int shared,
        @Nullable Silence silenceOf) {

    /** What is so of those of whom nobody has said anything. */
    Silence silence() {
        return silenceOf == null ? Silence.none(this) : silenceOf;
    }

    CompiledLaw with(Silence silence) {
        return new CompiledLaw(pack, programmes, asked, life, words, citations, variables, shared, silence);
    }

    int indexOf(String programme) {
        return List.copyOf(pack.programmes().keySet()).indexOf(programme);
    }

    Optional<CompiledProgramme> programme(String id) {
        return programmes.stream().filter(it -> it.programme().id().equals(id)).findFirst();
    }

    List<String> missing(long facts) {
        if (facts == 0) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (long rest = facts; rest != 0; rest &= rest - 1) {
            names.add(asked.get(Long.numberOfTrailingZeros(rest)).id());
        }
        return names;
    }
}
