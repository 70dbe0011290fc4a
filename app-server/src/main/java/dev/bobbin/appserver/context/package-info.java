/**
 * What the model is told: the conversation of a thread as raw bytes, the settings of a turn, and the messages that describe
 * permissions, environment, project documents and skills, in the forms that other readers of a rollout expect.
 *
 * <p>Prompt texts lie beside this package as resources and are read when first needed. Must not: call the model, run tools, or
 * know of connections.
 */
@NullMarked
package dev.bobbin.appserver.context;

import org.jspecify.annotations.NullMarked;
