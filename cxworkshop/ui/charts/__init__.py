"""Pictures that state a finding: one module per part, each function a picture or nothing where there is too little to draw."""
