/** English words of one side and of its contrary, a line each. General ones: what they are said of does not matter. */
export const CONTRARIES = `
highest | lowest
high higher | low lower
largest biggest greatest | smallest least
large larger big bigger | small smaller
longest | shortest
long longer | short shorter
earliest oldest | latest newest
most | least fewest
more | less fewer
many numerous | few
maximum maximal | minimum minimal
increase rise rose risen grow grew grown raise | decrease reduce reduction fall fell fallen decline shrink shrank drop
allow permit | forbid forbidden prohibit ban
include | exclude
accept approve | reject refuse deny
internal | external
inside | outside
inner | outer
expensive costly | cheap
fast faster fastest quick | slow slower slowest
strong stronger strongest | weak weaker weakest
hot hotter | cold colder
early earlier | late later
northern north | southern south
eastern east | western west
public | private
abstract | concrete
simple simpler simplest easy easier | complex complicated difficult
positive | negative
upper | lower
ancient old | modern new
major | minor
temporary | permanent
mandatory compulsory | optional voluntary
open | closed
male | female
domestic | foreign
full | partial empty
youngest younger young | oldest older old
single | multiple several
praise | criticize criticise
best better | worst worse
love | hate
rich richest wealthy wealthiest | poor poorest
heavier heaviest | lighter lightest
wide wider widest | narrow narrower narrowest
deep deeper deepest | shallow shallower shallowest
thick thicker thickest | thin thinner thinnest
wet | dry
true | false
front | rear
day | night
urban | rural
offensive | defensive
liberal | conservative
men man | women woman
boy | girl
common | rare
fiction fictional | real actual
active | passive
primary | secondary
civil | military
hidden | visible
friend | enemy
natural | artificial
manual | automatic
digital | analog analogue
constant | variable
`;

/** English words of which each excludes the others, a line a kind. */
export const KINDS = `
first second third fourth fifth sixth seventh eighth ninth tenth
first last
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter
red blue green yellow black white orange purple brown grey pink
english american french german spanish italian chinese japanese russian dutch portuguese indian canadian australian irish scottish welsh polish austrian swiss swedish norwegian danish finnish greek turkish mexican brazilian korean persian
european asian african
north south east west
northern southern eastern western
`;
