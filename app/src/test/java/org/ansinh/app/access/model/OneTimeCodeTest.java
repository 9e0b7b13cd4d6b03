package org.ansinh.app.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    /** The secret of RFC 6238's own examples. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    @Test
    void countsAsTheStandardDoes() {
        var examples = Map.of(
                59L, "94287082",
                1_111_111_109L, "07081804",
                1_111_111_111L, "14050471",
                1_234_567_890L, "89005924",
                2_000_000_000L, "69279037",
                20_000_000_000L, "65353130");
        examples.forEach((second, code) -> assertThat(
                        OneTimeCode.at(SECRET, OneTimeCode.stepAt(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code));
    }

    @Test
    void aPhoneMayBeHalfAMinuteFastOrSlowAndNoMore() {
        assertThat(taken(NOW.minusSeconds(30))).isTrue();
        assertThat(taken(NOW)).isTrue();
        assertThat(taken(NOW.plusSeconds(30))).isTrue();
        assertThat(taken(NOW.minusSeconds(60))).isFalse();
        assertThat(taken(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void aCodeOpensTheDoorOnce() {
        var code = OneTimeCode.at(SECRET, OneTimeCode.stepAt(NOW), OneTimeCode.DIGITS);
        var step = OneTimeCode.matching(SECRET, code, NOW, Long.MIN_VALUE);
        assertThat(step).hasValue(OneTimeCode.stepAt(NOW));
        assertThat(OneTimeCode.matching(SECRET, code, NOW, step.getAsLong())).isEmpty();
    }

    @Test
    void aCodeMayBeTypedAsPhonesShowIt() {
        var code = OneTimeCode.at(SECRET, OneTimeCode.stepAt(NOW), OneTimeCode.DIGITS);
        var spaced = code.substring(0, 3) + " " + code.substring(3);
        assertThat(OneTimeCode.matching(SECRET, spaced, NOW, Long.MIN_VALUE)).isPresent();
        assertThat(OneTimeCode.matching(SECRET, "", NOW, Long.MIN_VALUE)).isEmpty();
    }

    @Test
    void whatThePhoneReadsNamesTheHouseTheOfficerAndTheSecret() {
        assertThat(Letters.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(OneTimeCode.address("An Sinh", "lan.nong", SECRET))
                .isEqualTo(
                        "otpauth://totp/An%20Sinh:lan.nong?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=An%20Sinh");
    }

    @Test
    void aRecoveryCodeIsReadHoweverItIsTyped() {
        var code = RecoveryCode.fresh().text();
        assertThat(code).matches("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}");
        assertThat(RecoveryCode.hash(7, code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCode.hash(7, code))
                .isNotEqualTo(RecoveryCode.hash(8, code));
        assertThat(RecoveryCode.looksLikeOne("123456")).isFalse();
    }

    private static boolean taken(Instant phonesTime) {
        var code = OneTimeCode.at(SECRET, OneTimeCode.stepAt(phonesTime), OneTimeCode.DIGITS);
        return OneTimeCode.matching(SECRET, code, NOW, Long.MIN_VALUE).isPresent();
    }
}
