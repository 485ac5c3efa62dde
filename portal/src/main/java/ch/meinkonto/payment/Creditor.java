package ch.meinkonto.payment;

/**
 * Whom invoices are paid to, with a structured address (Swiss Implementation Guidelines QR-bill,
 * 2.3).
 *
 * @param iban a QR-IBAN, without spaces
 * @param days within which an invoice is paid
 */
record Creditor(
    String name,
    String street,
    String number,
    String postcode,
    String town,
    String iban,
    int days) {}
