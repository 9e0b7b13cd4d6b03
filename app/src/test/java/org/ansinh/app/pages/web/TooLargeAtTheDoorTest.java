package org.ansinh.app.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.pages.UploadDoor;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TooLargeAtTheDoorTest {

    private final TooLargeAtTheDoor door = new TooLargeAtTheDoor(List.of(
            door(32, "/exchange/months", "/exchange/months"),
            door(32, "/exchange/files", "/exchange"),
            door(10, "/applications/7/attachments", "/applications/7")));

    private static UploadDoor door(int megabytes, String address, String page) {
        return new UploadDoor((long) megabytes << 20, it -> it.equals(address) ? Optional.of(page) : Optional.empty());
    }

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
        assertThat(sent("/applications/7/attachments", 11L << 20, chain).getRedirectedUrl())
                .as("each door has a limit of its own")
                .isEqualTo("/applications/7?tooLarge=yes");
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
