package org.ansinh.rules.kernels;

/** Numbers all that a stage can rest on: planes by their slots, then common values, bounds, columns, and bonds. */
record Sources(int slots, int commons, int bounds, int columns) {

    static Sources of(LawPlan plan) {
        return new Sources(
                plan.slots(),
                plan.common().size(),
                plan.bounds().size(),
                plan.needs().columns().size());
    }

    int common(int place) {
        return slots + place;
    }

    int bound(int place) {
        return slots + commons + place;
    }

    int column(int place) {
        return slots + commons + bounds + place;
    }

    int bonds() {
        return slots + commons + bounds + columns;
    }
}
