package org.ansinh.lawvn;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ansinh.rules.Law;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;

/** The pack as it is shipped: the copy the build makes, so that nothing outside the listed folders is relied on. */
final class PackUnderTest {

    static final Path FOLDER = Path.of("target", "classes", "law-vn");

    private static final Law LAW = Law.load(FOLDER);

    private PackUnderTest() {}

    static Law law() {
        return LAW;
    }

    static LawPack pack() {
        return LAW.pack();
    }

    static Parameter.DatedValue figure(String parameter, LocalDate day) {
        return pack().parameter(parameter)
                .flatMap(it -> it.on(day))
                .orElseThrow(() -> new AssertionError("%s has no value on %s".formatted(parameter, day)));
    }

    static long dong(String parameter, String day) {
        return figure(parameter, LocalDate.parse(day)).value();
    }
}
