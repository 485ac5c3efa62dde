package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.upload.Inspections;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.request.AnswerOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A resident answers a unit's question. */
@Controller
class AnswerPages {

  static final int LONGEST = 5000;

  private final Threads threads;
  private final Letters messages;
  private final Answering answering;
  private final ThreadReading reading;
  private final Inspections inspections;
  private final Texts texts;

  AnswerPages(
      Threads threads,
      Letters messages,
      Answering answering,
      ThreadReading reading,
      Inspections inspections,
      Texts texts) {
    this.threads = threads;
    this.messages = messages;
    this.answering = answering;
    this.reading = reading;
    this.inspections = inspections;
    this.texts = texts;
  }

  @PostMapping("/mitteilungen/{id}/antwort")
  String answer(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam("frage") UUID questionId,
      @RequestParam(name = "antwort", defaultValue = "") String typed,
      @RequestParam(name = "dateien", required = false) @Nullable List<MultipartFile> given,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    var question = messages.question(account, thread.id(), questionId).orElseThrow(NotFound::new);
    var back = "redirect:/mitteilungen/" + id;
    if (!question.waits()) {
      Flash.success(redirect, texts, "messages.answer.already");
      return back;
    }
    if (question.body().fields() != null) {
      return back + "/antwort/" + questionId; // its own page asks more than a text
    }
    var text = PlainText.clean(typed);
    var files =
        AnswerFiles.check(
            given == null || !question.body().uploads() ? List.of() : given, inspections);
    var draft = draft(questionId, typed, text, files, page);
    if (draft != null) {
      model.addAttribute("thread", reading.view(account, thread, null, draft, page));
      response.setStatus(422);
      return "messages/thread";
    }
    switch (answering.send(account, thread, question, text, files.files())) {
      case AnswerOutcome.Sent _ -> Flash.success(redirect, texts, "messages.answer.sent");
      case AnswerOutcome.NotAsked _ -> Flash.warning(redirect, texts, "messages.answer.over");
      case AnswerOutcome.UnitCannotReceive _ -> {
        model.addAttribute(
            "thread",
            reading.view(
                account,
                thread,
                null,
                new AnswerDraft(questionId, typed, page.text("messages.answer.unit-cannot"), null),
                page));
        response.setStatus(503);
        return "messages/thread";
      }
    }
    return back;
  }

  /** What has to be corrected; null when nothing. */
  private static @Nullable AnswerDraft draft(
      UUID question, String typed, String text, AnswerFiles.Checked files, Page page) {
    var textError =
        text.isEmpty() && files.files().isEmpty()
            ? page.text("messages.answer.empty")
            : text.length() > LONGEST ? page.text("messages.answer.too-long") : null;
    var filesError =
        files.complaints().isEmpty()
            ? null
            : files.complaints().stream()
                .map(complaint -> page.text(complaint.key(), complaint.file()))
                .collect(Collectors.joining(" "));
    return textError == null && filesError == null
        ? null
        : new AnswerDraft(question, typed, textError, filesError);
  }
}
