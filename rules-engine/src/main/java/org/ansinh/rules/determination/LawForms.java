package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;

/** A law as it was read: its forms in the order of the law, for whoever carries it out another way than by explaining. */
public record LawForms(LawPack pack, List<OfProgramme> programmes, List<FactDefinition> asked, CommonValues common) {

    /** One programme; conditions that several provisions share exist once. */
    public record OfProgramme(Programme programme, int index, List<Form> conditions, List<Way> ways, Mix mix) {}

    /**
     * One provision: its days, the places of its conditions, its amount, and the most that amount can be (which stands for
     * an amount nobody knows). In a hole of the law nobody knows the amount, whatever the facts.
     *
     * @param looking between which days anybody may be asked about it: its own days, or those on which an event on its days
     *     is looked at
     */
    public record Way(
            int from,
            int to,
            Looking looking,
            List<Integer> conditions,
            Optional<Form> amount,
            long most,
            boolean isHole) {}

    /** Days from one to another; none where the first is after the last. */
    public record Looking(int from, int to) {}

    /** Ids of facts, and days on which the law itself turns. */
    public record Read(Set<String> facts, Set<LocalDate> days) {}

    /** What can change what a programme gives, its own and what is of programmes it asks about or stands beside in a rule. */
    public Read read(String programme) {
        return WhatIsRead.of(this, programme);
    }

    static LawForms of(CompiledLaw law) {
        var programmes = law.programmes().stream()
                .map(it -> new OfProgramme(
                        it.programme(),
                        it.index(),
                        it.forms(),
                        it.ways().stream().map(way -> way(law, it, way)).toList(),
                        it.mix()))
                .toList();
        return new LawForms(law.pack(), programmes, law.asked(), new CommonValues(law));
    }

    private static Way way(CompiledLaw law, CompiledProgramme programme, CompiledProgramme.Way way) {
        return new Way(
                way.from(),
                way.to(),
                looking(law, programme, way),
                way.conditions(),
                way.amountForm(),
                way.most(),
                way.provision().hole().isPresent());
    }

    private static Looking looking(CompiledLaw law, CompiledProgramme programme, CompiledProgramme.Way way) {
        var event = programme.event();
        if (event == null) {
            return new Looking(way.from(), way.to());
        }
        var days = EventDays.looking(event, law.pack(), new EventDays.Days(way.from(), way.to()));
        return new Looking(days.from(), days.to());
    }
}
