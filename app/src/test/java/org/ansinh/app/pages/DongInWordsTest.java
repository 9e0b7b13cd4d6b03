package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as a paper about money carries them beside the figures. */
class DongInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "540000, Năm trăm bốn mươi nghìn đồng",
        "810000, Tám trăm mười nghìn đồng",
        "1080000, Một triệu không trăm tám mươi nghìn đồng",
        "10800000, Mười triệu tám trăm nghìn đồng",
        "25000000, Hai mươi lăm triệu đồng",
        "21015, Hai mươi mốt nghìn không trăm mười lăm đồng",
        "1005, Một nghìn không trăm linh năm đồng",
        "105, Một trăm linh năm đồng",
        "1000000001, Một tỷ không trăm linh một đồng",
        "999999999999, Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng"
    })
    void anAmountIsReadAsInTheOffice(long amount, String words) {
        assertThat(DongInWords.of(amount)).isEqualTo(words);
    }

    @Test
    void whatNoPaperCarriesIsAMistake() {
        assertThatThrownBy(() -> DongInWords.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DongInWords.of(1_000_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
    }
}
