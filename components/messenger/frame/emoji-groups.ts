import type { MessengerWords } from '@/components/messenger/words/messenger-words';

/** The emoji that people write most, by group; fonts of all systems have them. Screen readers know their names in every language. */
export const emojiGroups: Record<keyof MessengerWords['emojiGroups'], readonly string[]> = {
  smileys: [...'😀😃😄😁😆😅😂🙂🙃😉😊😇😍😘😋😜🤔🤗🤭🤫😐😏😌😔😴😷🤒🤕🥳😎🤓😕😟😮😲😳🥺😢😭😱😤😡🤯😬🙄🥱'],
  people: ['👍', '👎', '👌', '✌️', '🤞', '👋', '👏', '🙌', '🙏', '💪', '🤝', '👉', '👆', '👇', '☝️', '✋', '🤷', '🤦', '👀', '👶', '👩', '👨', '👵', '👴', '👪', '❤️', '🧡', '💛', '💚', '💙', '💜', '💔'],
  nature: [...'🐶🐱🐭🐰🦊🐻🐼🐨🦁🐮🐷🐸🐔🐧🐦🦆🐝🦋🐢🐟🐬🌵🌲🌳🌴🌱🍀🌷🌹🌻🌈🔥💧⭐🌙'],
  food: [...'🍎🍐🍊🍋🍌🍉🍇🍓🍒🍑🍍🥝🍅🥑🥕🌽🍞🧀🥚🍳🥞🍔🍟🍕🌭🥗🍝🍣🍦🍩🍪🎂🍫☕🍵🍺🍷🥂'],
  travel: ['🚗', '🚕', '🚌', '🚲', '🛵', '🚆', '✈️', '🚢', '⛵', '🚀', '🏠', '🏢', '🏥', '🏦', '🏨', '🏫', '⛪', '🏖️', '🏔️', '🗺️', '🧳', '⛽', '🚦', '🅿️'],
  things: ['📱', '💻', '⌚', '📷', '🎁', '🎉', '🎈', '💡', '🔑', '🔒', '📞', '✉️', '📦', '📄', '📎', '📅', '📌', '✏️', '🔧', '🛒', '💳', '💶', '💰', '🧾', '⚽', '🎵', '🎬', '📚', '👕', '👟', '👓', '☂️'],
  signs: ['✅', '❌', '❗', '❓', '⚠️', '🚫', '➕', '➖', '♻️', '🆗', '🆕', '🔔', '💬', '💯', '➡️', '⬅️', '⬆️', '⬇️', '🔄', '⏳', '🔍', '🏁'],
};
