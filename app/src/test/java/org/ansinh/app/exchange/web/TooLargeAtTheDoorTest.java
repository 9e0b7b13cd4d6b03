package org.ansinh.app.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.ansinh.app.exchange.FileLimits;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TooLargeAtTheDoorTest {

    private final TooLargeAtTheDoor door = new TooLargeAtTheDoor(FileLimits.megabytes(32, 512, 30, 1024));

    private MockHttpServletResponse sent(String address, long bytes, MockFilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("POST", address) {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }

            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                throw new IllegalStateException("Nothing of it is read.");
            }
        };
        var response = new MockHttpServletResponse();
        door.doFilter(request, response, chain);
        return response;
    }

    @Test
    void aFileThatSaysItIsTooLargeIsTurnedAwayUnreadToThePageThatSaysWhy() throws Exception {
        var chain = new MockFilterChain();
        assertThat(sent("/exchange/files", 33L << 20, chain).getRedirectedUrl()).isEqualTo("/exchange?tooLarge=yes");
        assertThat(sent("/exchange/months", 33L << 20, chain).getRedirectedUrl())
                .isEqualTo("/exchange/months?tooLarge=yes");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void aFileWithinTheLimitGoesOnWithWhatStandsAroundItInTheForm() throws Exception {
        var chain = new MockFilterChain();
        assertThat(sent("/exchange/files", (32L << 20) + 2_000, chain).getRedirectedUrl())
                .isNull();
        assertThat(chain.getRequest()).isNotNull();
    }
}
