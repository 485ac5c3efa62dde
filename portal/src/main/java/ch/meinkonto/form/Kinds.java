package ch.meinkonto.form;

/** How texts and templates call the kinds of fields. */
final class Kinds {

  private Kinds() {}

  static String of(Field field) {
    return switch (field) {
      case Field.TextField text -> "text";
      case Field.NumberField number -> "number";
      case Field.MoneyField money -> "money";
      case Field.DateField date -> "date";
      case Field.MonthField month -> "month";
      case Field.ChoiceField choice -> "choice";
      case Field.ChoicesField choices -> "choices";
      case Field.YesNoField yesNo -> "yes-no";
      case Field.ConsentField consent -> "consent";
      case Field.CodeField code -> code.notation().name();
      case Field.AddressField address -> "address";
      case Field.UploadField upload -> "upload";
      case Field.GroupField group -> "group";
    };
  }
}
