package ch.meinkonto.messages;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.form.SmallAnswer;
import ch.meinkonto.form.SmallForm;
import ch.meinkonto.form.SmallFormAnswers;
import ch.meinkonto.form.SmallFormView;
import ch.meinkonto.form.SmallForms;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.platform.yaml.Localized;
import ch.meinkonto.request.AnswerOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A resident answers a unit's question that has fields: a small form on one page. */
@Controller
class QuestionPages {

  private static final String PATH = "/mitteilungen/{id}/antwort/{question}";

  private final Threads threads;
  private final Letters messages;
  private final Answering answering;
  private final SmallForms forms;
  private final SmallFormAnswers answers;
  private final CityNames names;
  private final Texts texts;

  QuestionPages(
      Threads threads,
      Letters messages,
      Answering answering,
      SmallForms forms,
      SmallFormAnswers answers,
      CityNames names,
      Texts texts) {
    this.threads = threads;
    this.messages = messages;
    this.answering = answering;
    this.forms = forms;
    this.answers = answers;
    this.names = names;
    this.texts = texts;
  }

  /** A question with fields, and whose it is. */
  private record Asked(AccountId account, OpenedThread thread, Letter question, SmallForm form) {}

  @GetMapping(PATH)
  String ask(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID question,
      Model model,
      RedirectAttributes redirect) {
    var asked = find(visitor, id, question);
    if (!asked.question().waits()) {
      return already(id, redirect);
    }
    return show(asked, answers.blank(asked.form(), page.locale()), null, page, model);
  }

  @PostMapping(PATH)
  String answer(
      Visitor visitor,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable UUID question,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var asked = find(visitor, id, question);
    if (!asked.question().waits()) {
      return already(id, redirect);
    }
    return switch (answers.take(asked.form(), request, title(), page.locale())) {
      case SmallAnswer.Incomplete(var view) -> {
        response.setStatus(422);
        yield show(asked, view, null, page, model);
      }
      case SmallAnswer.Complete complete ->
          switch (answering.send(asked.account(), asked.thread(), asked.question(), complete)) {
            case AnswerOutcome.Sent _ -> {
              Flash.success(redirect, texts, "messages.answer.sent");
              yield back(id);
            }
            case AnswerOutcome.NotAsked _ -> {
              Flash.warning(redirect, texts, "messages.answer.over");
              yield back(id);
            }
            case AnswerOutcome.UnitCannotReceive _ -> {
              response.setStatus(503);
              yield show(
                  asked,
                  answers.again(asked.form(), request, page.locale()),
                  page.text("messages.answer.unit-cannot"),
                  page,
                  model);
            }
          };
    };
  }

  private Asked find(Visitor visitor, UUID id, UUID questionId) {
    var account = new AccountId(visitor.accountId());
    var thread = threads.find(account, new ThreadId(id)).orElseThrow(NotFound::new);
    var question = messages.question(account, thread.id(), questionId).orElseThrow(NotFound::new);
    var fields = question.body().fields();
    if (fields == null
        || !(forms.read(fields) instanceof SmallForms.Reading.Askable(SmallForm form))) {
      throw new NotFound();
    }
    return new Asked(account, thread, question, form);
  }

  /** What the schema of the answers is called, in the languages of units. */
  private Localized<String> title() {
    var german = texts.text(Locale.GERMAN, "messages.question.schema");
    return Localized.only(Locale.GERMAN.getLanguage(), german);
  }

  private String show(
      Asked asked, SmallFormView form, @Nullable String problem, Page page, Model model) {
    var thread = asked.thread();
    var path = "/mitteilungen/" + thread.id();
    model.addAttribute(
        "question",
        new QuestionView(
            path,
            path + "/antwort/" + asked.question().id(),
            names.service(thread.subject(), page.locale()),
            names.unit(thread.subject(), page.locale()),
            thread.subject().reference(),
            PlainText.paragraphs(asked.question().body().text()),
            form,
            problem));
    return "messages/question";
  }

  private String already(UUID id, RedirectAttributes redirect) {
    Flash.success(redirect, texts, "messages.answer.already");
    return back(id);
  }

  private static String back(UUID id) {
    return "redirect:/mitteilungen/" + id;
  }
}
