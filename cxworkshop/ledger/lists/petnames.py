"""First names and what they are called for short: Bob and Robert may be one, Paul and Paula are two people."""

_GROUPS = """
abigail abi abbie gail; albert al bert bertie; alexander alex alec sandy xander; alexandra alex sandra sandy lexi;
alfred alf alfie fred; alice ali; alison ali; alistair alastair alasdair al ali; amanda mandy; andrew andy drew;
andrea andy; angela angie; ann anne annie nan; anna ana annie; anthony tony ant; antonia toni; barbara barb babs
barbie; benjamin ben benny; bernard bernie; bridget bridie; caroline carol carrie; catherine katherine kathryn
katharine cath cathy kati katharina kate katie kathy kay kitty; charles charlie chas chuck; charlotte charlie
lottie; christina christine kristina kristin chris chrissie tina; christopher chris kit; clifford cliff; cynthia
cindy; daniel dan danny; david dave davy; deborah debora debra debbie deb; denise den; dennis den; derek del;
dominic dom; donald don donnie; dorothy dot dottie dolly; douglas doug; edward ed eddie ted teddy ned; eleanor ellie
nell nora; elizabeth liz lizzie beth betty bess eliza libby elsie lisa; emily em emmy; eric erik ricky; ernest
ernie; eugene eugen gene; florence flo florrie; frances fran frankie; francis frank; frederick frederic fred
freddie; gabriel gabe; geoffrey geoff jeff; jeffrey jeff geoff; gerald gerry jerry; gillian gill jill; gordon gordy;
graham graeme gray; gregory greg; gwendolyn gwen; harold harry hal; harriet hattie; helen nell; henry henri harry
hank hal; herbert bert herb; hugh hughie; isabel isabelle isabella izzy bella; jacob jake; jacqueline jackie jacqui;
james jim jimmy jamie; jane janie; janet jan; jennifer jenifer jen jenny; jeremy jerry jez; jessica jess jessie;
joan joanie; joanna joanne johanna jo; john jack johnny jon; jonathan jon jonny; joseph joe joey; josephine jo
josie; joshua josh; joyce joy; judith judy; julia julie jules; karen kaz; kenneth ken kenny; kimberley kim; laura
laurie; lawrence laurence larry laurie; leonard len lenny leo; leslie les; lewis lew louis luis; lilian lillian lily
lilly; louise louisa luise luisa lou; lucille lucy; madeleine maddie; malcolm mal; margaret margarete maggie meg
peggy marge madge greta; maria mary; marjorie marge; martha marta marty; martin marty; mary molly polly mollie;
matthew mathew matt; maureen mo; maurice mo; maxwell max; michael mike mick mickey; michelle shelly; mildred millie;
mitchell mitch; mohammed mo muhammad mohamed; natalie natalia nat; nathan nathaniel nat nate; nicholas nicolas nick
nicky; nicola nicky nikki; norman norm; oliver ollie olly; olivia liv livvy; pamela pam; patricia patrizia pat patty
tricia trish; patrick pat paddy; pauline paula; peter pete; philip phillip philipp phil pip; philippa pip pippa;
priscilla cilla; rachel rachael rach; raymond ray; rebecca becky becca; richard rick dick rich ricky dickie; robert
bob bobby rob robbie bert; roberta bobbie; roger rog; ronald ron ronnie; rosemary rose rosie; rudolph rudi; russell
russ; samantha sam; samuel sam sammy; sarah sara sally sadie; sandra sandy; sharon shaz; sheila shelagh; sidney sid;
simon si; sophia sophie sofia sofie; stanley stan; stephanie stefanie stefania steph; stephen steven stephan stefan
steve stevie; stuart stu stewart; susan sue susie suzanne; sylvia syl; teresa theresa terry tess; terence terry;
thaddeus ted; theodore ted theo; thomas tom tommy; timothy tim; valerie val; vanessa nessa; veronica ronnie; victor
viktor vic; victoria vicky tori; vincent vince vinny; virginia ginny; vivien viv; walter walt wally; wendy wen;
wilfred wilf; william bill billy will willy liam; winifred win winnie; yvonne eve; zachary zachery zack zach; alan
allan allen al; brian bryan; carl karl; claus klaus; dorothea dora thea; elias eli; elisabeth elizabeth elise lisa
liesel else sissi; emil emilio; eva eve evi; francesco franco; franz francis; friedrich fritz fred; georg george;
gunter gunther guenter guenther; hannah hanna; hans johann johannes john; heinrich heinz heiner; johanna hanna
hanne; jurgen juergen; jorg joerg; josef joseph sepp; katharina katarina kathi kati; lucas lukas; lydia lidia;
manfred manni; marcus markus marc mark; margarete margarethe grete gretel; mary mia; matthias mathias matt;
maximilian max; niklas nicolas nick; oskar oscar; rainer reiner; ralf ralph; rudolf rudolph rudi; silvia sylvia;
susanne susanna suzanne susi sanne; thorsten torsten; ulrich uli ulli; ulrike uli ulli rike; ursula ulla uschi;
walther walter; wilhelm willi willy; wolfgang wolf; carina karina; carla karla; clara klara; erica erika; jasmin
jasmine yasmin; monica monika; sabine sabina; sonia sonja sonya
"""

# Further common names, each by itself.
_ALONE = """
aaron ada adam adele adrian ahmet aidan aisha alba alberto aldo alessandra alessandro alessia alfredo alina alma
alvaro amelia amina amy anders andre andreas angelo anita anja anke annika antje antoine antonio ariana arne arthur
astrid audrey ava axel ayse beate bernd bettina birgit bjorn boris britta bruno callum camilla camille carlo carlos
carmela carmen cecilia celine chiara chloe christian christiane clare claude claudia claudio clemens colin corinna
craig dagmar daisy daniela daniele darren dean detlef diana diego dieter dirk dylan edith eduardo elena elin elina
elke ella ellen elsa emilia emilie emine emma enrico erwin esther ethan fabian fatima fatma federico felix fernando
finn fiona florian francesca francois gavin georgia georgina gerd gerda gerhard giorgio giulia giulio gloria grace
guido gustav harvey hasan hassan heather heidi heike helga helmut hilda holger holly horst hugo huseyin hussein ian
ibrahim ida igor ines irene irina iris irma iryna isaac isla ivan ivana ivo ivy jaime jana jason jasper javier jean
jeanne joachim joel jonas jorge jose juan juana jude julian juliane julien juliet julio julius jutta kai karin keith
kelly kerstin kevin kilian kirsten konrad kurt lara lars lea leah leila lena leon leona leonardo leonie linda linus
lionel lola lorenz lorenzo luca lucia lucie luigi luke lynn manuel manuela marcel marcela marek margit margot mariam
marian mariana marianne marie marina mario marion marlene martina mehmet melanie melissa mila milan miriam mirko
mona moritz mustafa nadia nadine naomi natasha neil nicole nigel nina noah noel norbert olaf oleg olena olga omar
otto pablo paola paolo pascal paul paulo pedro petra pia pierre quentin rafael ramona raphael regina reinhard renata
renate rene ricardo rita roberto robin roland rolf romy rosa ross ruby ruth ryan sabrina samira sascha scott sean
sebastian selma silke silvio simone stella sven svenja tamara tanja tara tilda till tobias todd tracy trevor tristan
ute uwe vera viola volker wayne werner willem xavier yusuf yves zara zeynep zoe
"""

# Two names may be one person's where they share a group; every name is also its own. Two names of this list that share
# none are two people's, however few letters lie between them.
PET_NAMES: dict[str, frozenset[str]] = {}
for _group in _GROUPS.replace("\n", " ").split(";"):
    _names = _group.split()
    for _name in _names:
        PET_NAMES[_name] = PET_NAMES.get(_name, frozenset((_name,))) | {_names[0]}
for _name in _ALONE.split():
    PET_NAMES.setdefault(_name, frozenset((_name,)))
