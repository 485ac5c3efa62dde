package ch.meinkonto.rules.counterexample;

/** A name that says nothing. */
public class AccountManager {}
