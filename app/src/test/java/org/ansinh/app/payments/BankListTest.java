package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ansinh.app.payments.BankList.Bank;
import org.junit.jupiter.api.Test;

/** The list of banks, and how people call them. */
class BankListTest {

    private static String code(String words) {
        return BankList.napas().find(words).map(Bank::code).orElse("");
    }

    @Test
    void aBankIsKnownByItsCodeItsNumberItsBicItsShortNameAndItsWholeName() {
        assertThat(code("AGRIBANK")).isEqualTo("AGRIBANK");
        assertThat(code("970405")).isEqualTo("AGRIBANK");
        assertThat(code("VBAAVNVX")).isEqualTo("AGRIBANK");
        assertThat(code("Agribank ")).isEqualTo("AGRIBANK");
        assertThat(code("Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam"))
                .isEqualTo("AGRIBANK");
        assertThat(code("Ngân hàng trên núi")).isEmpty();
    }

    @Test
    void noTwoBanksHaveOneCodeAndAChangedNameIsStillUnderstood() {
        assertThat(BankList.napas().all())
                .extracting(Bank::code)
                .doesNotHaveDuplicates()
                .hasSize(61);
        assertThat(code("LienVietPostBank")).isEqualTo("LPB");
        assertThat(BankList.napas().find("LPB").orElseThrow().gone()).isFalse();
        assertThat(BankList.napas().find("LPB").orElseThrow().name()).isEqualTo("Ngân hàng TMCP Lộc Phát Việt Nam");
    }

    @Test
    void aNumberThatTwoHaveIsThatOfTheOneThatMoneyIsMovedTo() {
        assertThat(code("970406")).isEqualTo("VIKKI");
        assertThat(code("DongA Bank")).isEqualTo("DONGABANK");
        assertThat(code("970414")).isEqualTo("MBV");
    }

    @Test
    void aBankThatIsGoneIsKnownWithTheOneThatHasItsNumberNow() {
        var ocean = BankList.napas()
                .find("OceanBank")
                .orElse(BankList.napas().find("OCEANBANK").orElseThrow());
        assertThat(ocean.gone()).isTrue();
        assertThat(BankList.napas().heirOf(ocean).map(Bank::code)).isEqualTo(Optional.of("MBV"));
    }

    @Test
    void whatALoadedListOrAnExportCallsABankIsUnderstoodWhenItComesBack() {
        assertThat(BankList.napas().all())
                .allSatisfy(
                        it -> assertThat(BankList.napas().find(it.shortName())).contains(it));
        assertThat(BankList.napas().shown("VBAAVNVX")).isEqualTo("Agribank");
        assertThat(BankList.napas().shown("Ngân hàng cũ")).isEqualTo("Ngân hàng cũ");
    }

    @Test
    void aForeignBicIsNobodysAndWhoeverHasNoNumberEitherCannotBePaid() {
        assertThat(BankList.napas().find("MBV").orElseThrow().bic()).isEmpty();
        assertThat(BankList.napas().find("MBV").orElseThrow().isReachable()).isTrue();
        assertThat(BankList.napas().find("BIDC").orElseThrow().isReachable()).isFalse();
    }
}
