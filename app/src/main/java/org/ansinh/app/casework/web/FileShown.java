package org.ansinh.app.casework.web;

import java.util.List;
import java.util.Locale;
import org.ansinh.app.casework.Application;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What lies beside a file on its page: papers that were attached, and what the population database said. */
@Component
class FileShown {

    private final AttachmentsShown attachments;
    private final CheckShown checks;

    FileShown(AttachmentsShown attachments, CheckShown checks) {
        this.attachments = attachments;
        this.checks = checks;
    }

    void on(Application file, List<FileWords.Paper> papers, Locale locale, Model model) {
        attachments.on(file, papers, locale, model);
        model.addAttribute("check", checks.of(file));
    }
}
