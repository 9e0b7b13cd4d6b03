package org.ansinh.province;

import java.util.List;

/**
 * A commune of 2025 as the tables know it.
 *
 * @param index its place among the communes, from 0
 * @param former the communes it was formed from
 */
record Commune(int index, String code, String name, int population, List<FormerCommune> former, Shares shares) {

    /** Cumulated weights: household sizes 1 to 7 and more, eighteen age groups, ethnic groups; poverty by year. */
    record Shares(int[] sizes, int[] ages, int[] ethnicGroups, Poverty poverty) {}

    /** Households of 10,000 by calendar year in force, from 2021 on. */
    record Poverty(int[] poor, int[] nearPoor) {

        int poorIn(int year) {
            return poor[place(year)];
        }

        int nearPoorIn(int year) {
            return nearPoor[place(year)];
        }

        private int place(int year) {
            return Math.clamp(year - FIRST_YEAR, 0, poor.length - 1);
        }
    }

    static final int FIRST_YEAR = 2021;

    boolean isWard() {
        return code.equals("01273") || code.equals("01279") || code.equals("01288");
    }

    long number() {
        return Long.parseLong(code);
    }
}
