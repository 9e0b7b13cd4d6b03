package org.ansinh.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** A disk that is full while people work, a database that is just being started again: told in a sentence, and nobody is blamed. */
class HindranceTest {

    private final ResourceBundleMessageSource texts = texts();

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/access");
        texts.setDefaultEncoding("UTF-8");
        return texts;
    }

    private static UncategorizedSQLException said(String state) {
        return new UncategorizedSQLException("insert", "insert", new SQLException("could not extend file", state));
    }

    @ParameterizedTest
    @CsvSource({"53100, disk_full, Ổ đĩa của máy chủ đã đầy", "57P01, database_gone, Cơ sở dữ liệu vừa ngừng"})
    void aProgramIsToldToComeAgain(String state, String word, String says) {
        var problem = new RefusalsForPrograms(texts).refused(said(state), Locale.of("vi"));
        assertThat(problem.getStatus()).isEqualTo(503);
        assertThat(problem.getType()).hasToString("urn:ansinh:refused:" + word);
        assertThat(problem.getDetail())
                .startsWith(says)
                .contains("chưa được ghi")
                .endsWith(".");
    }

    @Test
    void somebodyAtAPageReadsWhatToDo() throws Exception {
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        new RefusalsForPeople(texts).refused(said("53100"), request, response, Locale.ENGLISH);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(String.valueOf(request.getAttribute("refused")))
                .contains("disk of the server is full")
                .endsWith("do it again.");
    }

    @Test
    void whatCannotEvenBeginIsTheSame() {
        var gone = new CannotCreateTransactionException("no connection", new SQLException("refused", "08001"));
        assertThat(new RefusalsForPrograms(texts).notBegun(gone, Locale.ENGLISH).getStatus())
                .isEqualTo(503);
    }

    @Test
    void aFaultOfTheProgramIsNotExplainedAway() {
        var bug = said("42601");
        assertThatThrownBy(() -> new RefusalsForPrograms(texts).refused(bug, Locale.ENGLISH))
                .isSameAs(bug);
    }
}
