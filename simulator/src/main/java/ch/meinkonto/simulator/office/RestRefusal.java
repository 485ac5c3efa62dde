package ch.meinkonto.simulator.office;

/** Why the office's system does not take a case. */
record RestRefusal(String code, String text) {}
