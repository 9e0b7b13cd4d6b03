package org.ansinh.app.reporting;

/** What a figure counts. People and households are those registered and living here today; the rest is of the month asked. */
public enum Measure {
    PEOPLE,
    HOUSEHOLDS,
    POOR,
    NEAR_POOR,
    /** People or households whom a signed decision gives money of a programme in the month. */
    BENEFICIARIES,
    /** Entitled by the law in the month, and nobody has decided it. */
    WITHOUT_DECISION,
    /** Not to be decided before somebody is asked. */
    UNDETERMINED;

    public boolean isOfProgramme() {
        return this == BENEFICIARIES || this == WITHOUT_DECISION || this == UNDETERMINED;
    }
}
