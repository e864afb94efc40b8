"""First names and what they are called for short, so that Bob and Robert may be one."""

_GROUPS = """
abigail abi abbie gail; albert al bert bertie; alexander alex alec sandy xander; alexandra alex sandra sandy lexi;
alfred alf alfie fred; alice ali; alison ali; alistair al ali; amanda mandy; andrew andy drew; andrea andy;
angela angie; ann anne annie nan; anthony tony ant; antonia toni; barbara barb babs barbie; benjamin ben benny;
bernard bernie; bridget bridie; caroline carol carrie; catherine katherine kathryn cath cathy kate katie kathy kay kitty;
charles charlie chas chuck; charlotte charlie lottie; christina christine chris chrissie tina; christopher chris kit;
clifford cliff; cynthia cindy; daniel dan danny; david dave davy; deborah debra debbie deb; denise den; dennis den;
derek del; dominic dom; donald don donnie; dorothy dot dottie dolly; douglas doug; edward ed eddie ted teddy ned;
eleanor ellie nell nora; elizabeth liz lizzie beth betty bess eliza libby elsie lisa; emily em emmy; eric ricky;
ernest ernie; eugene gene; florence flo florrie; frances fran frankie; francis frank; frederick fred freddie;
gabriel gabe; geoffrey geoff jeff; jeffrey jeff geoff; gerald gerry jerry; gillian gill jill; gordon gordy;
graham gray; gregory greg; gwendolyn gwen; harold harry hal; harriet hattie; helen nell; henry harry hank hal;
herbert bert herb; hugh hughie; isabel isabella izzy bella; jacob jake; jacqueline jackie jacqui; james jim jimmy jamie;
jane janie; janet jan; jennifer jen jenny; jeremy jerry jez; jessica jess jessie; joan joanie; joanna joanne jo;
john jack johnny jon; jonathan jon jonny; joseph joe joey; josephine jo josie; joshua josh; joyce joy; judith judy;
julia julie jules; karen kaz; kenneth ken kenny; kimberley kim; laura laurie; lawrence laurence larry laurie;
leonard len lenny leo; leslie les; lewis lew louis; lilian lily; louise lou; lucille lucy; madeleine maddie;
malcolm mal; margaret maggie meg peggy marge madge greta; maria mary; marjorie marge; martha marty; martin marty;
mary molly polly mollie; matthew matt; maureen mo; maurice mo; maxwell max; michael mike mick mickey; michelle shelly;
mildred millie; mitchell mitch; mohammed mo muhammad mohamed; natalie nat; nathan nathaniel nat nate; nicholas nick nicky;
nicola nicky nikki; norman norm; oliver ollie olly; olivia liv livvy; pamela pam; patricia pat patty tricia trish;
patrick pat paddy; pauline paula; peter pete; philip phil pip; philippa pip pippa; priscilla cilla; rachel rach;
raymond ray; rebecca becky becca; richard rick dick rich ricky dickie; robert bob bobby rob robbie bert; roberta bobbie;
roger rog; ronald ron ronnie; rosemary rose rosie; rudolph rudi; russell russ; samantha sam; samuel sam sammy;
sarah sally sadie; sandra sandy; sharon shaz; sheila shelagh; sidney sid; simon si; sophia sophie; stanley stan;
stephanie steph; stephen steven steve stevie; stuart stu stewart; susan sue susie suzanne; sylvia syl; teresa theresa terry tess;
terence terry; thaddeus ted; theodore ted theo; thomas tom tommy; timothy tim; valerie val; vanessa nessa; veronica ronnie;
victor vic; victoria vicky tori; vincent vince vinny; virginia ginny; vivien viv; walter walt wally; wendy wen;
wilfred wilf; william bill billy will willy liam; winifred win winnie; yvonne eve; zachary zach
"""

# Two names may be one person's where they share a group; every name is also its own.
PET_NAMES: dict[str, frozenset[str]] = {}
for _group in _GROUPS.replace("\n", " ").split(";"):
    _names = _group.split()
    for _name in _names:
        PET_NAMES[_name] = PET_NAMES.get(_name, frozenset((_name,))) | {_names[0]}
