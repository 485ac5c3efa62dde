package ch.meinkonto.rules.counterexample;

import org.springframework.web.bind.annotation.RestController;

/** A controller that others could call. */
@RestController
public class PublicDoor {}
