package org.ansinh.province;

/** A commune of before 2025-07-01, with its region under 861/QĐ-TTg. */
record FormerCommune(
        String code, String name, String district, int population, String code2025, Village.Region region) {

    static FormerCommune from(String[] row) {
        var certainty = row[7].equals("confirmed") ? Village.Certainty.CONFIRMED : Village.Certainty.ASSUMED;
        return new FormerCommune(
                row[0], row[1], row[2], Integer.parseInt(row[4]), row[5], new Village.Region(row[6], certainty));
    }

    boolean inTheCity() {
        return district.startsWith("Thành phố");
    }
}
