package graph_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"maillage/network"
)

// Who may do what: one column a person, one line an act, every pair is tried.
//
//	an  anonymous                          fa  facilitator of the forum
//	gu  guest of the gathering             cv  convener of the topic
//	gx  guest of another gathering         au  author of the topic, of the pépite
//	as  assistant            of the        pr  who was in the room of the session
//	io  information officer  centre that   le  lead of the group
//	mo  mission officer      leads the     se  secretary of the group
//	di  director             project       me  member of the group, author of its update
//	mx  mission officer      of another    tl  lead of the project's team
//	dx  director             centre        tm  member of the team, of the partner centre
//	dp  director of the partner centre     co  national coordinator, ad administrator
//	rt, wt  an access token, to read or to write, of somebody who may
//
//	✓ done   U UNAUTHENTICATED   F FORBIDDEN   N NOT_FOUND   T INVALID_TRANSITION   I INVALID
const mayDo = `
                           an | gu gx | as io mo di | mx dx | dp | fa cv au pr | le se me | tl tm | co ad | rt wt
updateProfile              U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
revokeAccessToken own      U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
revokeAccessToken other    U  | N  N  | N  N  N  N  | N  N  | N  | N  N  N  N  | N  N  N  | N  N  | N  N  | F  F
revokeSession own          U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
revokeSession other        U  | N  N  | N  N  N  N  | N  N  | N  | N  N  N  N  | N  N  N  | N  N  | N  N  | F  F
createAccessToken          U  | F  F  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
changePassword             U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
markVisit                  U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
createCalendarLink         U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
revokeCalendarLink own     U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  F
revokeCalendarLink other   U  | N  N  | N  N  N  N  | N  N  | N  | N  N  N  N  | N  N  N  | N  N  | N  N  | F  F
deactivateStaffMember      U  | F  F  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | F  ✓  | F  F
setNetworkRole             U  | F  F  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | F  ✓  | F  F

createGathering            U  | F  F  | ✓  F  F  ✓  | F  I  | I  | I  I  I  I  | I  I  F  | ✓  I  | ✓  F  | F  ✓
copyGathering              U  | F  F  | ✓  F  F  ✓  | F  I  | I  | I  I  I  I  | I  I  F  | ✓  I  | ✓  F  | F  ✓
editGathering draft        U  | N  N  | ✓  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  F  | F  ✓
editGathering announced    U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
publishGathering           U  | N  N  | ✓  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  F  | F  ✓
openGathering              U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
closeGathering             U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
cancelGathering draft      U  | N  N  | ✓  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  F  | F  ✓
cancelGathering announced  U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
addSpace                   U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
editSpace                  U  | N  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
removeSpace                U  | N  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓

inviteGuest                U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
editGuest                  U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
renewInvitation            U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
revokeGuest                U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓

addAgendaItem              U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
editAgendaItem             U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
removeAgendaItem           U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
publishAgenda              U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
keepAgendaItem             U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
dropAgendaItem             U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓

registerMyself             U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
registerColleagues host's  U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
registerColleagues other's U  | F  F  | ✓  F  F  ✓  | F  ✓  | F  | F  F  ✓  F  | F  ✓  F  | ✓  F  | ✓  F  | F  ✓
editRegistration           U  | N  N  | ✓  F  F  ✓  | F  ✓  | F  | F  F  ✓  F  | F  ✓  ✓  | ✓  F  | ✓  F  | F  ✓
withdrawRegistration       U  | N  N  | ✓  F  F  ✓  | F  ✓  | F  | F  F  ✓  F  | F  ✓  ✓  | ✓  F  | ✓  F  | F  ✓
markAttendance             U  | N  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓

setStage                   U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
askLiveQuestion            U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
editLiveQuestion           U  | N  N  | F  N  N  F  | N  N  | N  | N  N  ✓  N  | N  N  N  | F  N  | F  N  | F  ✓
withdrawLiveQuestion       U  | F  N  | F  F  F  F  | F  F  | F  | F  F  ✓  F  | F  F  F  | F  F  | F  F  | F  ✓
upvoteLiveQuestion         U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
unvoteLiveQuestion         U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
publishLiveQuestion        U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  F  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
rejectLiveQuestion         U  | N  N  | ✓  N  N  ✓  | N  N  | N  | N  N  F  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
mergeLiveQuestion          U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
stageLiveQuestion          U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
unstageLiveQuestion        U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
answerLiveQuestion staged  U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
answerLiveQuestion owed    U  | F  N  | ✓  F  ✓  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
promiseLiveQuestion        U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓

draftContribution          U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
editContribution draft     U  | N  N  | N  N  N  N  | N  N  | N  | N  N  ✓  N  | N  N  N  | N  N  | N  N  | F  ✓
editContribution shown     U  | F  N  | F  F  F  F  | F  F  | F  | F  F  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓
publishContribution        U  | N  N  | N  N  N  N  | N  N  | N  | N  N  ✓  N  | N  N  N  | N  N  | N  N  | F  ✓
withdrawContribution draft U  | N  N  | N  N  N  N  | N  N  | N  | N  N  ✓  N  | N  N  N  | N  N  | N  N  | F  ✓
withdrawContribution shown U  | F  N  | F  F  F  F  | F  F  | F  | F  F  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓
presentContribution        U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
supportContribution        U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
unsupportContribution      U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
commentContribution        U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
withdrawComment            U  | F  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  ✓  | F  F  | ✓  F  | F  ✓
answerContribution         U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
promiseAnswer own          U  | F  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
promiseAnswer other        U  | F  N  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
acceptAnswer               U  | F  N  | F  F  F  F  | F  F  | F  | F  F  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓

createWall                 U  | F  N  | ✓  F  F  ✓  | F  F  | F  | ✓  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
revokeWall                 U  | N  N  | ✓  N  N  ✓  | N  N  | N  | ✓  N  N  N  | N  N  N  | ✓  N  | ✓  N  | F  ✓
createForum                U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
editForum                  U  | N  N  | ✓  F  F  ✓  | F  F  | F  | ✓  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
addSlot                    U  | N  N  | ✓  F  F  ✓  | F  F  | F  | ✓  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
editSlot                   U  | N  N  | ✓  F  F  ✓  | F  F  | F  | ✓  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
removeSlot                 U  | N  N  | ✓  F  F  ✓  | F  F  | F  | ✓  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
spotlightTopic             U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
applyTimetable             U  | N  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
moveForum                  U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
proposeTopic               U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
proposeTopic resumed       U  | N  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
editTopic                  U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓
withdrawTopic              U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓
mergeTopic                 U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
postponeTopic              U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  ✓  F  | F  F  F  | F  F  | ✓  F  | F  ✓
takeTopic                  U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
starTopic                  U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
unstarTopic                U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
pitchTopic                 U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
placeTopic                 U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
placeTopic moved           U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
repeatTopic                U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
unplaceTopic               U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
startTopic                 U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
holdTopic                  U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
checkIn                    U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
checkOut                   U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
writeHarvest               U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  ✓  | F  F  F  | F  F  | ✓  F  | F  ✓
writeHarvest published     U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  ✓  | F  F  F  | F  F  | ✓  F  | F  ✓
noteWriting                U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  ✓  | F  F  F  | F  F  | ✓  F  | F  ✓
publishHarvest             U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
confirmHarvest             U  | F  N  | F  F  F  F  | F  F  | F  | ✓  ✓  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
chaseHarvest               U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
castDots                   U  | ✓  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓

writeForeword              U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
choosePublicPart           U  | F  F  | ✓  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | ✓  F  | F  ✓
finalizeProceedings        U  | F  F  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
correctProceedings         U  | F  F  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓

openWorkingGroup           U  | F  N  | F  F  F  F  | F  F  | F  | ✓  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
requestWorkingGroup        U  | F  F  | F  F  ✓  ✓  | ✓  ✓  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
acceptWorkingGroup         U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
declineWorkingGroup        U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
editWorkingGroup           U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
activateWorkingGroup       U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
restWorkingGroup           U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
wakeWorkingGroup           U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
closeWorkingGroup          U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
abandonWorkingGroup        U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
mergeWorkingGroup          U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | ✓  F  | F  ✓
joinWorkingGroup           U  | N  N  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | T  T  T  | ✓  ✓  | ✓  ✓  | F  ✓
leaveWorkingGroup          U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  ✓  ✓  | F  F  | F  F  | F  ✓
inviteMember               U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
admitMember                U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
refuseMember               U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
setMemberRole              U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  F  F  | F  F  | ✓  F  | F  ✓
postUpdate                 U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  ✓  ✓  | F  F  | F  F  | F  ✓
correctUpdate              U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  ✓  | F  F  | F  F  | F  ✓
addMilestone               U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  ✓  F  | F  F  | ✓  F  | F  ✓
editMilestone              U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  ✓  F  | F  F  | ✓  F  | F  ✓
completeMilestone          U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  ✓  F  | F  F  | ✓  F  | F  ✓
dropMilestone              U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | ✓  ✓  F  | F  F  | ✓  F  | F  ✓

draftJointProject contribution U  | F  F  | F  F  F  ✓  | F  ✓  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
draftJointProject          U  | F  F  | F  F  F  ✓  | F  ✓  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
editJointProject draft     U  | N  N  | F  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | ✓  N  | N  N  | F  ✓
editJointProject sent      U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
proposePartner draft       U  | N  N  | F  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | F  N  | N  N  | F  ✓
proposePartner sent        U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
removePartner              U  | N  N  | F  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | F  N  | N  N  | F  ✓
sendJointProject           U  | N  N  | F  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | F  N  | N  N  | F  ✓
signCommitment             U  | N  N  | F  F  F  F  | F  F  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
declineCommitment          U  | N  N  | F  F  F  F  | F  F  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
withdrawCommitment         U  | N  N  | F  F  F  F  | F  F  | ✓  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
commitJointProject         U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
startJointProject          U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
suspendJointProject        U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
resumeJointProject         U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
completeJointProject       U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
abandonJointProject draft  U  | N  N  | F  F  F  ✓  | N  N  | N  | N  N  N  N  | N  N  N  | F  N  | N  N  | F  ✓
abandonJointProject sent   U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | F  F  | F  F  | F  ✓
setTeamMember lead's       U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
setTeamMember partner's    U  | N  N  | F  F  F  ✓  | F  F  | ✓  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
removeTeamMember lead's    U  | N  N  | F  F  F  ✓  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  F  | F  F  | F  ✓
removeTeamMember partner's U  | N  N  | F  F  F  ✓  | F  F  | ✓  | F  F  F  F  | F  F  F  | ✓  ✓  | F  F  | F  ✓
postStatusReport           U  | N  N  | F  F  F  F  | F  F  | F  | F  F  F  F  | F  F  F  | ✓  ✓  | F  F  | F  ✓

addTask                    U  | F  F  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
completeTask own           U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
completeTask other         U  | N  N  | N  N  N  N  | N  N  | N  | N  N  N  N  | N  N  N  | N  N  | N  N  | F  N
dropTask own               U  | ✓  ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  | ✓  | ✓  ✓  ✓  ✓  | ✓  ✓  ✓  | ✓  ✓  | ✓  ✓  | F  ✓
dropTask other             U  | N  N  | N  N  N  N  | N  N  | N  | N  N  N  N  | N  N  N  | N  N  | N  N  | F  N
`

// Who sees what: R reads it, – finds nothing and no error.
const maySee = `
                           an | gu gx | as io mo di | mx dx | dp | fa cv au pr | le se me | tl tm | co ad | rt wt
viewer                     –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
centre                     R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
centres                    R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
staffMember                –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
staffMembers               –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
themes                     R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
gathering this             R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
gathering other            R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
gathering draft            –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  R  | R  R
gatherings this            R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
gatherings other           R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
gatherings draft           –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  R  | R  R
participantFigures         –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
invitation                 R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
invitation revoked         –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
stage                      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
liveQuestion published     –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
liveQuestion submitted     –  | –  –  | R  –  –  R  | –  –  | –  | –  –  R  –  | –  –  –  | R  –  | R  –  | R  R
liveQuestion other         –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contribution this          –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contribution other         –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contribution alone         –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contribution draft         –  | –  –  | –  –  –  –  | –  –  | –  | –  –  R  –  | –  –  –  | –  –  | –  –  | R  R
contributions this         –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contributions other        –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
contributions draft        –  | –  –  | –  –  –  –  | –  –  | –  | –  –  R  –  | –  –  –  | –  –  | –  –  | R  R
forum                      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
space                      R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
wall                       R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
wall revoked               –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
boardCells                 –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
proposeTimetable           –  | –  –  | –  –  –  –  | –  –  | –  | R  –  –  –  | –  –  –  | –  –  | R  –  | –  R
topic                      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
topics this                –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
topics other               –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
proceedings this           –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
proceedings other          –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
proceedings final          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
proceedings edition        –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
publicProceedings          R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
publicProceedings edition  R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
publicProceedings hidden   –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
workingGroup               –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
workingGroups              –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
jointProject sent          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
jointProject draft         –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
jointProjects sent         –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
jointProjects draft        –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
thread contribution        –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
thread own draft           –  | –  –  | –  –  –  –  | –  –  | –  | –  –  R  –  | –  –  –  | –  –  | –  –  | R  R
thread topic               –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
thread group               –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
thread draft               –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
search people              –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
search contributions       –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
search own drafts          –  | –  –  | –  –  –  –  | –  –  | –  | –  –  R  –  | –  –  –  | –  –  | –  –  | R  R
search topics              –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
search groups              –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
search drafts              –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
observatory                –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
tieFacts                   –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
events                     –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R

wallMoved                  R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R

Gathering.guests           –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
Gathering.walls            –  | –  –  | R  –  –  R  | –  –  | –  | R  –  –  –  | –  –  –  | R  –  | R  –  | R  R
StaffMember.email          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
StaffMember.phone          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.staffCount          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.workingGroupCount   –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.jointProjectCount   –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.staffMembers        –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.workingGroups       –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.partnerships sent   –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Centre.partnerships draft  –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
Centre.ties                –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.agenda public    R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.agenda other     –  | –  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.agenda this      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.draftAgenda      –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
Gathering.releases         –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.spaces public    R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.spaces this      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.registrations    –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.viewerRegistration –  | –  –  | –  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | R  R
Registration.needs         –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  R  –  | R  –  | R  –  | R  R
Registration.presentDays   –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
Registration.placeAnswer   –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
RegistrationFilter.placeAnswer –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
ParticipantFigures.awaited –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
ParticipantDay.present     –  | –  –  | R  –  –  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | R  –  | R  R
AgendaItem.viewerKeeps     –  | –  –  | –  –  R  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | R  R
Partnership.centreLoad     –  | –  –  | –  –  –  –  | –  –  | R  | R  R  –  R  | R  –  –  | –  R  | R  –  | R  R
Gathering.promisedQuestions –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
LiveQuestion.author named  –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
LiveQuestion.author none   –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
Forum.viewerCentreDotsLeft –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | –  –  | R  R
Topic.dotCount open        –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
Topic.dotCount closed      –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Gathering.proceedingsAddress R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Proceedings.address        R  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
ProceedingsTopic.dots open –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
ProceedingsTopic.dots closed –  | R  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Event.excerpt group        –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Event.excerpt draft        –  | –  –  | R  R  R  R  | –  –  | –  | –  –  –  –  | –  –  –  | R  –  | –  –  | R  R
Event.excerpt own          –  | –  –  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Event.excerpt other        –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
AccessToken.name own       –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
AccessToken.name other     –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
Viewer.hasPassword         –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Viewer.calendarLinks own   –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Viewer.calendarLinks other –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
Session.device own         –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Session.device other       –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
Task.title own             –  | R  R  | R  R  R  R  | R  R  | R  | R  R  R  R  | R  R  R  | R  R  | R  R  | R  R
Task.title other           –  | –  –  | –  –  –  –  | –  –  | –  | –  –  –  –  | –  –  –  | –  –  | –  –  | –  –
`

// row is a line of a table: what is expected of each column.
type row struct {
	name  string
	cells map[string]string
}

// parse reads a table and gives its columns too.
func parse(t *testing.T, table string) (columns []string, rows []row) {
	t.Helper()
	for _, line := range strings.Split(table, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		// The first bar stands behind the first column.
		head, rest, _ := strings.Cut(line, "|")
		head = strings.TrimSpace(head)
		words := strings.Fields(head)
		last := words[len(words)-1]
		cells := append([]string{last}, strings.Fields(strings.ReplaceAll(rest, "|", " "))...)
		if columns == nil {
			columns = cells
			continue
		}
		if len(cells) != len(columns) {
			t.Fatalf("%d cells of %d in %q", len(cells), len(columns), line)
		}
		r := row{name: strings.TrimSpace(strings.TrimSuffix(head, last)), cells: map[string]string{}}
		for i, column := range columns {
			r.cells[column] = cells[i]
		}
		rows = append(rows, r)
	}
	return columns, rows
}

// asks is who asks for a column in a row: for the tokens, somebody of a team
// who may themselves.
func (r row) asks(column string, columns []string) string {
	if column != "rt" && column != "wt" {
		return column
	}
	for _, c := range columns {
		if !strings.Contains("an gu gx rt wt", c) && (r.cells[c] == "✓" || r.cells[c] == "R") {
			return column + " " + c
		}
	}
	return column + " di"
}

var letters = map[string]string{"✓": "", "U": "UNAUTHENTICATED", "F": "FORBIDDEN", "N": "NOT_FOUND", "T": "INVALID_TRANSITION", "I": "INVALID"}

func actOf(t *testing.T, row string) act {
	t.Helper()
	i := slices.IndexFunc(acts, func(a act) bool { return a.row == row })
	if i < 0 {
		t.Fatalf("no act is called %q", row)
	}
	return acts[i]
}

// Everybody tries every act in a world of their own: first what is refused,
// which must leave every table as it was, then what is allowed.
func TestWhoMayDoWhat(t *testing.T) {
	t.Parallel()
	columns, rows := parse(t, mayDo)
	for _, column := range columns {
		t.Run(column, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			before := w.digests()
			for _, r := range rows {
				if r.cells[column] != "✓" {
					w.try(t, r, column, r.asks(column, columns))
				}
			}
			w.enter(network.PhaseMarketplace)
			if changed := differing(before, w.digests()); len(changed) > 0 {
				t.Errorf("what was refused has changed %v", changed)
			}
			for _, r := range rows {
				if r.cells[column] == "✓" {
					w.try(t, r, column, r.asks(column, columns))
				}
			}
			if strings.Contains(w.logged.String(), "internal fault") {
				t.Errorf("logged %s", w.logged)
			}
		})
	}
}

// try does one act as somebody and compares with the cell.
func (w *world) try(t *testing.T, r row, column, who string) {
	t.Helper()
	a := actOf(t, r.name)
	w.enter(a.during)
	const written = `SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM mutation_result)`
	before := w.count(written)
	answered := w.ask(who, a.text(who, network.ID(uuid.NewString())))
	want, known := letters[r.cells[column]]
	if !known {
		t.Fatalf("%s, %s: what does %q mean?", r.name, column, r.cells[column])
	}
	if answered.code() != want {
		t.Errorf("%s as %s: %s, want %s", r.name, who, answered.text, cell(want))
		return
	}
	switch after := w.count(written); {
	case want != "" && after != before:
		t.Errorf("%s as %s was refused, and noted", r.name, who)
	case want == "" && after == before:
		t.Errorf("%s as %s was done, and not noted", r.name, who)
	case want == "" && string(answered.Data[a.mutation()]) == "null", want != "" && len(answered.Errors) != 1:
		t.Errorf("%s as %s: %s", r.name, who, answered.text)
	}
}

func cell(code string) string {
	if code == "" {
		return "done"
	}
	return code
}

func TestWhoSeesWhat(t *testing.T) {
	t.Parallel()
	columns, rows := parse(t, maySee)
	w := newWorld(t)
	for _, r := range rows {
		i := slices.IndexFunc(looks, func(l look) bool { return l.row == r.name })
		if i < 0 {
			t.Fatalf("no look is called %q", r.name)
		}
		l := looks[i]
		w.enter(l.during)
		for _, column := range columns {
			who := r.asks(column, columns)
			text := w.see(t, who, inGraphQL(l.query))
			if sees := strings.Contains(text, strings.ReplaceAll(l.sees, "$me", me(who))); sees != (r.cells[column] == "R") {
				t.Errorf("%s as %s: %s", r.name, who, text)
			}
		}
	}
}

// see gives what somebody is answered: of a subscription, the first message,
// and nothing when it is refused.
func (w *world) see(t *testing.T, who, query string) string {
	t.Helper()
	if strings.HasPrefix(query, "subscription") {
		s := w.follow(who, query)
		defer s.close()
		return s.next()
	}
	answered := w.ask(who, query)
	if answered.code() != "" {
		t.Errorf("%s as %s: %s", query, who, answered.text)
	}
	return answered.text
}

// Whatever the contract comes to hold has to be written into the tables.
func TestTheTablesKnowTheContract(t *testing.T) {
	schema := contract()
	_, does := parse(t, mayDo)
	_, sees := parse(t, maySee)
	known := map[string]bool{}
	for _, r := range slices.Concat(does, sees) {
		name, _, _ := strings.Cut(r.name, " ")
		known[name] = true
	}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, f := range root.Fields {
			if !known[f.Name] && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("%s.%s: say in a table who may", root.Name, f.Name)
			}
		}
	}
	for _, a := range acts {
		if !slices.ContainsFunc(does, func(r row) bool { return r.name == a.row }) {
			t.Errorf("%q is in no line of the table", a.row)
		}
	}
	reserved := regexp.MustCompile(`(?i)staff only|personal contact|of that centre|until the vote|^e?mail|phone|address|password|secret`)
	for _, d := range schema.Types {
		if d.BuiltIn || d.Kind != ast.Object || d == schema.Mutation {
			continue
		}
		for _, f := range d.Fields {
			if (reserved.MatchString(f.Name) || reserved.MatchString(f.Description)) && !known[d.Name+"."+f.Name] && !toldOnce[d.Name+"."+f.Name] {
				t.Errorf("%s.%s is reserved: say in the table who sees it", d.Name, f.Name)
			}
		}
	}
}

// toldOnce is in the answer of the act that makes it and can be read nowhere.
var toldOnce = map[string]bool{"CreateAccessTokenPayload.secret": true, "CreateWallPayload.secret": true, "CreateCalendarLinkPayload.secret": true,
	"InviteGuestPayload.secret": true, "RenewInvitationPayload.secret": true}
