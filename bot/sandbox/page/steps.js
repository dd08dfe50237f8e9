// How far a first visit has come, read off what anybody in the chats can see: cards, their buttons, marks, questions.
//
// Staff tap or type as they like; what counts is what the card offers afterwards.

/** The beginnings of what stands behind buttons (bot/rules/tap_verbs.py), and the names of moves on a card. */
const CLAIM = "cc:";
const MOVE = "cm:";
const SEND = "is:";
const SOLVED = "sv:";

export const WRITE = 0;
export const ANSWER = 1;
export const RESOLVE = 2;
export const FEEDBACK = 3;
export const DONE = 4;

export class Steps {
  constructor(world) {
    this._world = world;
  }

  /** The card that changed last or came last, or undefined; `moves` are the names of what it offers. */
  card() {
    const card = this._cards().at(-1);
    return card && { thread: card.thread, moves: movesOf(card), claim: labelOf(card, CLAIM) };
  }

  /**
   * Where it stands: {done, asked}. `asked`: the question "is it solved?" that was seen last, {chatId, messageId, card,
   * looks}, with the card as it was then: whatever way the owner answers, the matter goes on and its card changes.
   */
  look(asked) {
    if (asked && this._isAnswered(asked)) return { done: DONE, asked };
    const cards = this._cards();
    const resolved = cards.findLast((card) => movesOf(card).has("reopen"));
    const question = this._question();
    if (resolved && question && question.messageId !== asked?.messageId) {
      return { done: FEEDBACK, asked: { ...question, card: resolved.message_id, looks: resolved.text } };
    }
    if (resolved || asked) return { done: FEEDBACK, asked };
    if (cards.length === 0) return { done: WRITE, asked };
    return { done: this._delivered() ? RESOLVE : ANSWER, asked };
  }

  /** Whether an event is the owner's tap under such a question. */
  isAnswer(event) {
    return event.kind === "tap" && event.data.startsWith(SOLVED);
  }

  /** The newest question "is it solved?" to any owner, or undefined. */
  _question() {
    for (const owner of this._world.owners()) {
      const found = this._world.messages(owner.id).findLast((message) => labelOf(message, SOLVED));
      if (found) return { chatId: owner.id, messageId: found.message_id };
    }
    return undefined;
  }

  /** What the button says with which an owner hands in the report, while it is offered. */
  sending(chatId) {
    const last = this._world.messages(chatId).findLast((message) => message.sender.is_bot);
    return last && labelOf(last, SEND);
  }

  _cards() {
    return this._talks().filter((message) => message.sender.is_bot && movesOf(message).size > 0);
  }

  /** A person's words in a topic that the bot has marked as delivered. */
  _delivered() {
    const botId = this._world.bot.id;
    return this._talks().some(
      (message) => !message.sender.is_bot && message.reactions.some((reaction) => reaction.by.includes(botId)),
    );
  }

  _isAnswered({ card, looks }) {
    const now = this._world.message(this._world.staffChat()?.id, card);
    return now !== undefined && now.text !== looks;
  }

  _talks() {
    const chat = this._world.staffChat();
    return chat ? this._world.messages(chat.id).filter((message) => message.thread !== null) : [];
  }
}

function movesOf(message) {
  const moves = buttonsOf(message).map(({ data }) => {
    if (data?.startsWith(CLAIM)) return "claim";
    return data?.startsWith(MOVE) ? data.split(":")[3] : null;
  });
  return new Set(moves.filter(Boolean));
}

function labelOf(message, beginning) {
  return buttonsOf(message).find(({ data }) => data?.startsWith(beginning))?.text;
}

function buttonsOf(message) {
  return message.buttons.flat();
}
