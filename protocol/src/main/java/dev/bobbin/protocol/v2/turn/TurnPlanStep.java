package dev.bobbin.protocol.v2.turn;

/** A step of the model's plan. */
public record TurnPlanStep(String step, TurnPlanStepStatus status) {}
