package org.ansinh.app.casework.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ansinh.app.casework.PaperType;
import org.ansinh.app.casework.PapersForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, whatever it is called. */
class PaperByContentTest {

    @TempDir
    Path folder;

    @Test
    void photosAndScansAreToldByHowTheyBegin() {
        assertThat(ToldByContent.type(PapersForTests.photo("jpg", 1))).contains(PaperType.JPEG);
        assertThat(ToldByContent.type(PapersForTests.photo("png", 1))).contains(PaperType.PNG);
        assertThat(ToldByContent.type(PapersForTests.heic())).contains(PaperType.HEIC);
        assertThat(ToldByContent.type(PapersForTests.scan())).contains(PaperType.PDF);
    }

    @Test
    void whatIsNoPaperIsNamed() {
        assertThat(word("PK\u0003\u0004 word/document.xml")).isEqualTo("office");
        assertThat(word("MZ\u0090 This program cannot be run in DOS mode")).isEqualTo("program");
        assertThat(word("  <!DOCTYPE html><script>alert(1)</script>")).isEqualTo("web_page");
        assertThat(word("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>")).isEqualTo("web_page");
        assertThat(word("GIF89a")).isEqualTo("gif");
        assertThat(word("\0\0\0\u0018ftypmp42")).isEqualTo("film");
        assertThat(word("tờ khai")).isEqualTo("unknown");
        assertThat(word("")).isEqualTo("unknown");
    }

    @Test
    void aPdfThatBeginsWithSomethingElseIsNoPdf() {
        assertThat(ToldByContent.type("<script>x</script>%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aScanLiesStillAndWhatRunsLaunchesOrCarriesFilesIsFound() throws Exception {
        assertThat(wrong(PapersForTests.scan())).isEqualTo("");
        assertThat(wrong(PapersForTests.scanWithScript())).isEqualTo("pdf_script");
        assertThat(wrong(PapersForTests.scanWithAHiddenScript())).isEqualTo("pdf_script");
        assertThat(wrong(PapersForTests.scanThatLaunches())).isEqualTo("pdf_action");
        assertThat(wrong(PapersForTests.scanWithAFileInside())).isEqualTo("pdf_files");
        assertThat(wrong(PapersForTests.lockedScan())).isEqualTo("pdf_locked");
        var whole = PapersForTests.scan();
        assertThat(wrong(Arrays.copyOf(whole, whole.length / 3))).isEqualTo("pdf_broken");
    }

    /** 200 kB that become 200 MB: whoever reads it runs out of memory, so nobody does. */
    @Test
    void objectsThatArePackedToFillAllMemoryAreRefusedBeforeAnybodyReadsThem() throws Exception {
        assertThat(wrong(PapersForTests.scanPackedToBurst("/Type /ObjStm"))).isEqualTo("pdf_packed");
        assertThat(wrong(PapersForTests.scanPackedToBurst("/Type /ObjSt#6d")))
                .as("written so that one does not see it")
                .isEqualTo("pdf_packed");
        assertThat(wrong(PapersForTests.scan(true)))
                .as("a scan whose objects are packed as usual")
                .isEqualTo("");
    }

    private static String word(String beginning) {
        return ToldByContent.word(beginning.getBytes(StandardCharsets.UTF_8));
    }

    private String wrong(byte[] bytes) throws Exception {
        var file = Files.write(Files.createTempFile(folder, "paper", ".pdf"), bytes);
        return HarmlessPdf.wrong(file).orElse("");
    }
}
