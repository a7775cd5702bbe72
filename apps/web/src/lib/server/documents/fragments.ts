/** Pieces that several documents share; `document()` sends each of them once. */

export const person = `
fragment Person on User { id username displayName path role isStaff reputation rank { level } }`;

export const rating = `
fragment Rating on HelperRating { count bayesian prior { mean weight } }`;

export const tagLink = `
fragment TagLink on Tag { id name path }`;

/** Takes `$versions: [ID!]`, what a guest uses; of people with an account the API knows it. */
export const appliesTo = `
fragment AppliesTo on AppliesTo {
  label
  product { id name path }
  fromVersion { id }
  toVersion { id }
  viewerVersion(versionIds: $versions) { isCovered version { id name } }
}`;

export const questionRow = `
fragment QuestionRow on Question {
  id title path locale score answerCount viewCount createdAt lastActivityAt
  hasAcceptedAnswer hasOfficialAnswer
  bounty { id amount }
  tags { ...TagLink }
  author { ...Person }
}
${tagLink}
${person}`;

/** Operations that use it take `$signedIn: Boolean!`: a guest’s page asks for nothing that is about the viewer. */
export const comment = `
fragment Comment on Comment {
  id bodyHtml createdAt editedAt isDeleted
  author { ...Person }
  ... @include(if: $signedIn) { body viewerCan { edit delete restore } }
}
${person}`;

export const permissions = `
fragment Permissions on PostPermissions {
  edit delete restore comment answer voteUp voteDown accept setOfficial markAlsoSolved acceptOnBehalf supersede rateHelper promote
  offerBounty awardBounty
}`;

const answerState = `
fragment AnswerState on AnswerState { at revision isCurrentRevision by { ...Person } }`;

/** Takes `$signedIn: Boolean!` and `$versions: [ID!]` as well. */
export const answer = `
fragment Answer on Answer {
  id bodyHtml score createdAt editedAt path isDeleted revisionCount commentCount
  isAccepted isOfficial isTopVoted bountyWon
  acceptance { ...AnswerState onBehalf }
  officialMark { ...AnswerState }
  alsoSolved { ...AnswerState }
  supersession { ...AnswerState reason newer { id path createdAt author { ...Person } } newest { id path } }
  author { ...Person }
  ... @include(if: $signedIn) {
    viewerVote viewerIsAskedToRate
    viewerRating { stars solved clear courteous comment isVoid }
    viewerCan { ...Permissions }
  }
  article { id path title status }
  appliesTo { ...AppliesTo }
  comments(first: 20) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
}
${answerState}
${person}
${permissions}
${appliesTo}
${comment}`;

export const articleRow = `
fragment ArticleRow on Article {
  id slug title path status locale helpfulCount updatedAt
  tags { ...TagLink }
}
${tagLink}`;

export const revision = `
fragment Revision on Revision {
  id number createdAt reason
  author { ...Person }
  diff {
    title { kind skipped spans { text changed } }
    tagsAdded tagsRemoved
    body { kind skipped spans { text changed } }
  }
}
${person}`;
