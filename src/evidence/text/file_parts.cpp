#include "evidence/text/file_parts.h"

#include "evidence/text/feed.h"
#include "evidence/text/mail.h"

namespace stasis::evidence {

FileParts partsOf(std::string_view bytes) {
  if (isMailbox(bytes))
    return mailboxParts(bytes);
  if (isMail(bytes))
    return mailParts(bytes);
  if (isFeed(bytes))
    return feedParts(bytes);
  FileParts whole;
  whole.parts.emplace_back();
  return whole;
}

} // namespace stasis::evidence
