package org.ansinh.rules.kernels;

/** Chooses what a programme pays among the provisions that are met. */
record Settle(int programme) implements Stage {
    @Override
    public Rests rests(LawPlan plan, Sources of) {
        var settled = plan.programmes().get(programme);
        var rests = new Rests().onDaysOf(settled.ways()).on(settled.any(), settled.anyOpen());
        for (var way : settled.ways()) {
            rests.on(way.met(), way.open());
            for (var level : way.pay().levels()) {
                rests.on(level.slot());
                if (level.common() >= 0) {
                    rests.on(of.common(level.common()));
                }
            }
            if (way.pay().byRow().isPresent()) {
                rests.always();
            }
        }
        return rests;
    }

    @Override
    public void run(Workplace at) {
        at.programme(programme).take(at);
    }
}
